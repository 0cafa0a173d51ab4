import { InvalidParameterError, permittedName } from '@isacnet/model'
import { assertSimulationDefinition, type SimulationDefinition } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { type DropStage, dropStages } from './drop-stage.js'

/** A request to null, told apart from all others of its drop: by its user or target, and the BS that is asked. */
export interface RequestName {
  readonly kind: 'communication' | 'sensing'
  /** The number of the user or target. */
  readonly receiver: number
  /** The number of the BS that is asked. */
  readonly station: number
}

/**
 * The drop at a stage: the same places, with other nulls.
 *
 * - `no-nulling`: nobody nulls, and all degrees of freedom of a BS go to gain; its diversity order is $M_t-K+1$.
 * - `nulling`: every request is granted. A BS that is asked n times has the diversity order $M_t-K-n+1$, at least 1: of a BS with more
 * requests than $M_t-K$ it is a bound that no precoder reaches, that of the assumption `no-abandonment`.
 * - `abandonment`: as the drop was drawn.
 *
 * A request that is withheld isn't made: the BS interferes there, and has one more degree of freedom for gain if it had granted it. What it
 * abandoned remains abandoned.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 2, L: 2 }), { fidelity: 'channel' })
 * const stream = (purpose) => randomStream(1, 0, purpose)
 * const streams = { stations: stream('stations'), users: stream('users'), targets: stream('targets'), abandonment: stream('abandonment') }
 * const drop = dropSampler(definition, 20)(streams)
 * dropAtStage(definition, drop, 'no-nulling').accepted.every((n) => n === 0) // true
 *
 * @param definition - the definition that the drop was drawn from.
 * @param withheld - requests of the drop that aren't made.
 * @throws {UnknownNameError} for another stage.
 * @throws {InvalidParameterError} for a withheld request that the drop doesn't have.
 * @throws what `defineSimulation` throws, for a definition that isn't one.
 */
export const dropAtStage = (
  definition: SimulationDefinition,
  drop: NetworkDrop,
  stage: DropStage,
  withheld: readonly RequestName[] = [],
): NetworkDrop => {
  assertSimulationDefinition(definition)
  permittedName('stage', stage, dropStages)
  const { network, assumptions } = definition
  const capacity = network.transmitAntennas - network.usersPerCell
  const flags = (drawn: Uint8Array): Uint8Array =>
    stage === 'abandonment' ? drawn.slice() : new Uint8Array(drawn.length).fill(stage === 'nulling' ? 1 : 0)
  const communicationAccepted = flags(drop.communicationAccepted)
  const sensingAccepted = flags(drop.sensingAccepted)
  const requests = drop.requests.slice()
  const accepted = stage === 'no-nulling' ? new Int32Array(drop.accepted.length) : drop.accepted.slice()
  const meanRequests = assumptions.includes('mean-requests')
  for (const { place, kind, station } of new Map(withheld.map((name) => placed(definition, drop, name))).values()) {
    const granted = kind === 'communication' ? communicationAccepted : sensingAccepted
    requests[station]! -= 1
    if (stage === 'abandonment' && granted[place] === 1 && !meanRequests) accepted[station]! -= 1
    granted[place] = 0
  }
  if (stage === 'nulling' && !meanRequests)
    for (let b = 0; b < accepted.length; b++) accepted[b] = Math.min(requests[b]!, capacity)
  return { ...drop, communicationAccepted, sensingAccepted, requests, accepted }
}

interface PlacedRequest extends Pick<RequestName, 'kind' | 'station'> {
  /** Where its flag is. */
  readonly place: number
}

const placed = (
  { network }: SimulationDefinition,
  drop: NetworkDrop,
  { kind, receiver, station }: RequestName,
): readonly [key: string, PlacedRequest] => {
  const [asked, each] =
    kind === 'communication'
      ? [drop.communicationRequests, network.communicationClusterSize - 1]
      : [drop.sensingRequests, network.sensingClusterSize - 1]
  const of = asked.subarray(receiver * each, (receiver + 1) * each).indexOf(station)
  if (of < 0 || station < 0)
    throw new InvalidParameterError(
      'withheld',
      `${kind === 'communication' ? 'user' : 'target'} ${receiver} asks ${station}`,
      'requests of the drop',
    )
  const place = receiver * each + of
  return [`${kind} ${place}`, { kind, station, place }]
}
