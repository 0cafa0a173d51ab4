import type { MapCell, SiteMap } from '@isacnet/drawing'
import type { SimulationDefinition } from '@isacnet/simulation'
import { areaOutline, siteCells } from '@isacnet/stochastic-geometry'
import type { SimulateDocument } from '../simulate/simulate-schema.js'
import type { MapQuantity } from './map-quantity.js'

/** Where each site of a layout stands, and the border of its cell. */
export const cellOutlines = ({
  sites: layout,
}: Pick<SimulationDefinition, 'sites'>): readonly Pick<MapCell, 'site' | 'polygons'>[] => {
  const { stations, cells } = siteCells(layout!)
  return cells.map((cell, b) => ({
    site: { x: stations.x[b]!, y: stations.y[b]! },
    polygons: cell.area > 0 ? areaOutline(cell) : [],
  }))
}

/** The content of a map of what was simulated. */
export const siteMapOf = (
  { siteFile, sites, network }: SimulateDocument,
  quantity: MapQuantity,
  outlines: ReturnType<typeof cellOutlines>,
  { sites: layout }: Pick<SimulationDefinition, 'sites'>,
): SiteMap => {
  const { file, serving, area } = siteFile!
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const whose = quantity.receiver === undefined ? '' : `, ${quantity.receiver}s`
  return {
    title: `${file}: ${quantity.label}${whose}`,
    subtitle: `${serving} sites serve ${Number(area.toPrecision(4))} km²; $K=${K}$, $L=${L}$, $J=${J}$, $Q=${Q}$, $M_t=${network.transmitAntennas}$`,
    quantity: { label: quantity.label, unit: quantity.unit },
    cells: sites!
      .filter(({ sameAs }) => sameAs === null)
      .map((site) => ({ name: site.name, ...outlines[site.station]!, value: quantity.of(site) })),
    region: areaOutline(siteCells(layout!).region),
  }
}
