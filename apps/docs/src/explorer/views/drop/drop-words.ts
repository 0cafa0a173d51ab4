import { cellMeans, type Topology, type TopologyRequest } from '@isacnet/drawing'
import { fromNats, type InformationUnit, quantityOf } from '@isacnet/model'
import type { DropStage } from '../../state/drop-stage.js'

/** A rate in the chosen unit, with two decimals, as in the picture. */
export const shownRate = (nats: number, unit: InformationUnit): string => fromNats(nats, unit).toFixed(2)

/** `user 3`; of another cell: `user 3 of base station 17`. */
export const receiverName = (
  { definition, cell }: Topology,
  kind: TopologyRequest['kind'],
  receiver: number,
): string => {
  const { usersPerCell: K, targetsPerCell: J } = definition.network
  const each = kind === 'communication' ? K : J
  const station = Math.floor(receiver / each)
  const name = `${kind === 'communication' ? 'user' : 'target'} ${(receiver % each) + 1}`
  return station === cell ? name : `${name} of base station ${station}`
}

/** The name of a stage, and a sentence that says what changes with it, in numbers. */
export const stageWords = (
  drop: Topology,
  stage: DropStage,
  unit: InformationUnit,
): { readonly title: string; readonly means: string; readonly sentence: string } => {
  const { definition, counts, stations, cell, requests } = drop
  const { usersPerCell: K, transmitAntennas: antennas } = definition.network
  const capacity = antennas - K
  const own = stations.find(({ index }) => index === cell)!
  const made = requests.filter(({ withheld }) => !withheld)
  const now = cellMeans(drop, stage)!
  const means = `users ${shownRate(now.users, unit)} · targets ${shownRate(now.targets, unit)}`
  const perReceiver = quantityOf('rate').unit(unit)
  const change = (before: DropStage): string => {
    const then = cellMeans(drop, before)!
    if (then.users === now.users && then.targets === now.targets)
      return 'The mean rates of the cell shown stay what they are.'
    return `The mean rate of the cell’s users goes from ${shownRate(then.users, unit)} to ${shownRate(now.users, unit)} ${perReceiver} (${percent(now.users / then.users)}), that of its targets from ${shownRate(then.targets, unit)} to ${shownRate(now.targets, unit)} (${percent(now.targets / then.targets)}).`
  }
  if (stage === 'no-nulling')
    return {
      title: '1 No nulling',
      means,
      sentence: `Every other base station interferes. What M_t − K = ${capacity} antennas more than users are worth goes to gain: diversity order ${capacity + 1}. On average a user of the cell has ${shownRate(now.users, unit)} ${perReceiver}, a target ${shownRate(now.targets, unit)}.`,
    }
  if (stage === 'nulling') {
    const order = Math.max(1, capacity - own.requests + 1)
    const excess =
      counts.abandoned > 0
        ? ' Where more is asked than that, this is a bound that no precoder reaches: some must be abandoned.'
        : ''
    return {
      title: '2 Nulling',
      means,
      sentence: `The cell asks ${times(made.length)}, and all is granted. Its own base station is asked ${times(own.requests)}, each for one degree of freedom: diversity order ${order}. ${change('no-nulling')}${excess}`,
    }
  }
  const given = made.filter(({ accepted }) => !accepted).length
  return {
    title: '3 Abandonment',
    means,
    sentence:
      counts.abandoned === 0
        ? `No base station is asked more than M_t − K = ${capacity} times: nothing is abandoned, and nothing changes.`
        : `A base station can null at M_t − K = ${capacity} places. Of ${counts.requests} requests in the drop ${counts.abandoned} ${counts.abandoned === 1 ? 'is' : 'are'} abandoned, ${given} of them this cell’s. ${change('nulling')}`,
  }
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

const percent = (ratio: number): string => {
  const change = 100 * (ratio - 1)
  if (!Number.isFinite(change)) return 'without limit'
  const digits = Math.abs(change) < 9.95 ? Math.abs(change).toFixed(1) : Math.abs(change).toFixed(0)
  return Number(digits) === 0 ? 'no change' : `${change < 0 ? '−' : '+'}${digits} %`
}
