import { InvalidParameterError, type Network } from '@isacnet/model'
import { type SiteLayout, siteCells } from '@isacnet/stochastic-geometry'
import {
  deploymentOf,
  deploymentParametersOf,
  isDefault,
  type SimulationParameterName,
  type SimulationSettings,
} from './simulation-parameters.js'

/** Sites belong to the deployment of that name, have the density of the network, and leave interference or noise to everybody. */
export const assertSites = (
  definition: SimulationSettings & { readonly network: Network; readonly sites?: SiteLayout },
): void => {
  const { network, sites, beyondRegion = 'nothing' } = definition
  const deployment = deploymentOf(definition)
  if (sites === undefined) {
    if (deployment === 'sites')
      throw new InvalidParameterError('deployment', deployment, 'another one, unless sites are given')
    if (beyondRegion !== 'nothing')
      throw new InvalidParameterError('beyondRegion', beyondRegion, 'nothing, unless sites are given')
    return
  }
  if (deployment !== 'sites') throw new InvalidParameterError('deployment', deployment, 'sites, if sites are given')
  for (const [name, value] of Object.entries(deploymentParametersOf(definition)))
    if (!isDefault(definition, name as SimulationParameterName))
      throw new InvalidParameterError(name, value, 'left out, if sites are given')
  const { density, stations } = siteCells(sites)
  if (beyondRegion === 'poisson') assertNoneBeyond(sites)
  if (network.baseStationDensity !== density)
    throw new InvalidParameterError(
      'baseStationDensity',
      network.baseStationDensity,
      `${density}, the density of the sites`,
      'λ_b',
    )
  const count = stations.x.length
  const {
    communicationClusterSize: L,
    sensingClusterSize: Q,
    clutterDensity,
    clutterCrossSection,
    clutterResidual,
  } = network
  if (network.noisePower > 0 || beyondRegion === 'poisson') return
  for (const [symbol, size, clutter] of [
    ['L', L, 0],
    ['Q', Q, clutterDensity * clutterCrossSection * clutterResidual],
  ] as const)
    if (count <= size && clutter === 0)
      throw new InvalidParameterError(
        'noisePower',
        0,
        `> 0, where ${count === 1 ? 'one site has' : `${count} sites have`} nobody beyond a cluster of ${symbol} = ${size}`,
        'N₀',
      )
}

/**
 * Refuses the mean of a PPP beyond a region where sites stand beyond it already.
 *
 * @throws {InvalidParameterError} for such a layout.
 */
const assertNoneBeyond = (layout: SiteLayout): void => {
  const { stations } = siteCells(layout)
  const outside = Array.from(stations.x.keys()).filter((i) => !inside(layout, stations.x[i]!, stations.y[i]!)).length
  if (outside > 0)
    throw new InvalidParameterError(
      'beyondRegion',
      'poisson',
      `nothing, where sites stand beyond the region (${outside})`,
    )
}

/** Whether a place is in the region or on its border. */
const inside = ({ region }: SiteLayout, x: number, y: number): boolean => {
  let winding = 0
  for (const polygon of region)
    for (const ring of polygon)
      for (let k = 0, last = ring.x.length - 1; k < ring.x.length; last = k++) {
        const [ax, ay] = [ring.x[last]! - x, ring.y[last]! - y]
        const [bx, by] = [ring.x[k]! - x, ring.y[k]! - y]
        const [cross, dot] = [ax * by - ay * bx, ax * bx + ay * by]
        if (Math.abs(cross) <= 1e-9 * Math.hypot(bx - ax, by - ay) ** 2 && dot <= 0) return true
        if (ay <= 0 !== by <= 0) winding += cross > 0 === by > 0 ? 1 : 0
      }
  return winding % 2 === 1
}
