import { fromNats, type InformationUnit } from '@isacnet/model'
import { type DropStage, dropStages } from '@isacnet/simulation'
import { type MapColours, mapColours } from '../map/map-colours.js'
import type { Topology, TopologyReceiver } from './topology.js'

/** The colours of the rates of a drop's receivers, the same at each stage, so that stages can be compared; none without rates. */
export const rateColours = ({ users, targets }: Topology, unit: InformationUnit): MapColours | undefined => {
  const all = [...users, ...targets].flatMap(({ rates }) =>
    rates === undefined ? [] : dropStages.map((stage) => fromNats(rates[stage], unit)).filter(Number.isFinite),
  )
  if (all.length === 0) return undefined
  const sorted = all.toSorted((a, b) => a - b)
  // A few receivers next to their BS have rates of several times the others'; the scale goes from 0 to where most do, and they have its last colour.
  return mapColours([0, ...sorted.slice(0, Math.ceil(0.92 * sorted.length))])
}

/**
 * Mean rates of the users and targets of the cell shown at a stage, in nats/s/Hz; `undefined` without rates.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * const drop = topology(definition, topologyDrop(definition), { rates: true })
 * cellMeans(drop, 'nulling').users > cellMeans(drop, 'no-nulling').users // true
 */
export const cellMeans = (
  { users, targets, cell }: Topology,
  stage: DropStage,
): { readonly users: number; readonly targets: number } | undefined => {
  const mean = (receivers: readonly TopologyReceiver[]): number => {
    const rates = receivers.flatMap((receiver) =>
      receiver.station === cell && receiver.rates !== undefined ? [receiver.rates[stage]] : [],
    )
    return rates.reduce((sum, rate) => sum + rate, 0) / rates.length
  }
  return users.some(({ rates }) => rates !== undefined) ? { users: mean(users), targets: mean(targets) } : undefined
}
