import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { regionDrawing, renderRegion, renderSiteMap } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { achievablePoints, achievableRegion, analyticRates, memoisedRates } from '@isacnet/optimization'
import { defineSimulation, runSimulation, summarizeSites } from '@isacnet/simulation'
import { areaOutline, distinctSites, readSites, siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { publicFolder } from '../workspace.js'
import { writePublicFile } from './write-page.js'

/** The pictures of the guide, drawn from the rates. */
export const writeGuidePictures = async (): Promise<void> => {
  writePublicFile('pictures/region.svg', await regionPicture())
  writePublicFile('pictures/your-city.svg', await cityPicture())
}

const regionPicture = (): Promise<string> => {
  const network = defineNetwork({ Mt: 20, Jmax: 5 })
  const problem = { network, rates: memoisedRates(analyticRates(network, { relativeTolerance: 1e-6 })) }
  const achievable = [...achievablePoints(problem)].map(({ communication, sensing }) => ({
    communication: communication.ase,
    sensing: sensing.ase,
  }))
  const drawing = regionDrawing(achievableRegion(problem), {
    title: 'All ways to spend $M_t=20$ antennas',
    unit: 'nats',
    achievable,
  })
  return renderRegion(drawing)
}

/** What `isacnet map --sites city.csv --set K=5 --set J=2` draws. */
const cityPicture = async (): Promise<string> => {
  const file = readSites(readFileSync(join(publicFolder, 'city.csv'), 'utf8'))
  const layout = siteLayout(distinctSites(file))
  const { cells, region, stations, density } = siteCells(layout)
  const definition = defineSimulation(defineNetwork({ K: 5, J: 2, lambda: density }), {
    fidelity: 'channel',
    sites: layout,
  })
  const { state } = await runSimulation(definition, { until: { relativeError: 0.02, everySite: true } })
  const found = summarizeSites(state.sums, definition)
  return renderSiteMap({
    title: 'A synthetic town: rate, per user',
    subtitle: `${stations.x.length} sites serve ${region.area.toFixed(0)} km²; $K=5$, $L=1$, $J=2$, $Q=1$, $M_t=20$`,
    quantity: { label: 'rate', unit: 'nat/s/Hz' },
    cells: cells.map((cell, b) => ({
      name: '',
      site: { x: stations.x[b]!, y: stations.y[b]! },
      polygons: areaOutline(cell),
      value: found[b]!.communication?.rate.mean ?? null,
    })),
    region: areaOutline(region),
  })
}
