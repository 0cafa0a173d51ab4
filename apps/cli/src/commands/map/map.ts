import { renderSiteMap, siteMapGeoJson } from '@isacnet/drawing'
import { defineNetwork, informationUnits, permittedName, type Service, services } from '@isacnet/model'
import { defineSimulation, summarize, summarizeSites } from '@isacnet/simulation'
import { siteProjection } from '@isacnet/stochastic-geometry'
import { documentJson } from '../../documents/document-json.js'
import { siteDocuments, siteRecords } from '../../documents/site-document.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import { openOutputs, outputsOfKinds, pictureContent, writeOutputs } from '../../files/output-files.js'
import { givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import { showSiteNotices, withSiteQuantities } from '../../flags/site-flags.js'
import { type StoppingFlags, stoppingTarget } from '../../flags/stopping-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError, UsageError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles, narration } from '../../terminal/narration.js'
import { simulationDocument } from '../simulate/simulation-document.js'
import { simulationTable } from '../simulate/simulation-table.js'
import { cellOutlines, siteMapOf } from './map-content.js'
import { type MapQuantity, mapQuantity } from './map-quantity.js'
import type { MapDocument } from './map-schema.js'
import { siteCsv, siteProperties } from './site-csv.js'

export interface MapOptions extends SimulationFlags, StoppingFlags, EngineFlags {
  readonly quantity: string
  readonly service: string
  readonly unit: string
  readonly out?: readonly string[]
  readonly json?: boolean
}

const nothingDone = 'interrupted before every site was known; nothing was drawn'

/** `isacnet map`. */
export const drawMap = async (options: MapOptions, run: CommandRun, io: Io): Promise<void> => {
  const openEngine = blockEngine(options, io)
  const unit = permittedName('unit', options.unit, informationUnits)
  const service: Service = permittedName(
    'service',
    options.service,
    services.map((each) => each.service),
  )
  const quantity = mapQuantity(options.quantity, service, unit)
  const outputs = outputsOfKinds(options.out ?? ['map.svg'], ['.svg', '.png', '.geojson', '.csv'])
  const target = stoppingTarget(
    { ...options, ...(options.trials === undefined ? { everySite: true } : {}) },
    { until: { relativeError: 0.02, confidence: 0.95 }, confidence: 0.95 },
  )
  const given = givenSimulation(options)
  const { siteFile } = given
  if (siteFile === undefined) throw new UsageError('--sites must name a file of sites, CSV or GeoJSON')
  const definition = defineSimulation(
    defineNetwork(given.network),
    withChosen(withSiteQuantities(given.options), quantity),
  )
  showSiteNotices(siteFile, narration(io))
  await run.checkpoint(nothingDone)
  const files = openOutputs(outputs, run)

  const begin = performance.now()
  const { state, ended } = await runJob({ definition, target, openEngine, unit }, run, io)
  const { stoppedBy } = run
  if (stoppedBy !== undefined)
    throw new InterruptedError(
      stoppedBy,
      `interrupted after ${formatCount(state.sums.trials)} trials; nothing was drawn`,
    )
  const ofSites = siteDocuments(
    siteRecords(siteFile),
    definition,
    summarizeSites(state.sums, definition, target.confidence),
    target.confidence,
    unit,
  )
  const simulated = simulationDocument(definition, summarize(state.sums, target.confidence, definition), {
    unit,
    until: target.until,
    ended,
    elapsedSeconds: (performance.now() - begin) / 1000,
    ...ofSites,
  })
  const outlines = cellOutlines(definition)
  await writeOutputs(files, run, async (kind) => {
    if (kind === '.csv') return siteCsv(ofSites.sites)
    if (kind === '.geojson') {
      const sites = ofSites.sites.map((site) => ({
        ...outlines[site.station]!,
        ...(site.sameAs === null ? {} : { polygons: [] }),
        properties: siteProperties(site),
      }))
      return `${JSON.stringify(siteMapGeoJson(sites, siteFile.sites.unit, siteProjection(siteFile.sites).inverse))}\n`
    }
    return pictureContent(kind, await renderSiteMap(siteMapOf(simulated, quantity, outlines, definition)))
  })
  const document: MapDocument = { ...simulated, quantity: quantity.name, service }
  io.stdout.write(
    options.json === true ? documentJson(document) : `${simulationTable(simulated, false, io).join('\n')}\n`,
  )
  if (options.json !== true)
    nameFiles(
      outputs.map(({ path }) => path),
      io,
    )
}

/** The options with the quantity that the map shows among those that are estimated. */
const withChosen = <Options extends { readonly quantities?: readonly string[] }>(
  options: Options,
  { chosen }: MapQuantity,
): Options =>
  chosen === undefined || options.quantities?.includes(chosen) === true
    ? options
    : { ...options, quantities: [...(options.quantities ?? []), chosen] }
