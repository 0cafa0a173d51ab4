import { csvText, type Topology, type TopologyReceiver, type TopologyRequest } from '@isacnet/drawing'
import { fromNats, type InformationUnit } from '@isacnet/model'
import { dropStages } from '../../state/drop-stage.js'

/** Receivers in view with their rates at each stage, and requests with what became of them. */
export const dropCsv = ({ users, targets, requests, otherRequests }: Topology, unit: InformationUnit): string => {
  const receivers = (what: 'user' | 'target', all: readonly TopologyReceiver[]) =>
    all.map(({ index, station, x, y, rates }) => [
      what,
      index,
      station,
      x,
      y,
      ...dropStages.map((stage) => fromNats(rates![stage], unit)),
      null,
      null,
    ])
  const made = (all: readonly TopologyRequest[]) =>
    all.map(({ kind, receiver, station, accepted, withheld, to }) => [
      kind === 'communication' ? 'request at a user' : 'request for a target',
      receiver,
      null,
      to.x,
      to.y,
      ...dropStages.map(() => null),
      station,
      withheld ? 'withheld' : accepted ? 'granted' : 'abandoned',
    ])
  return csvText([
    [
      'what',
      'receiver',
      'serving_station',
      'x_km',
      'y_km',
      ...dropStages.map((stage) => `rate_${stage.replace('-', '_')}_${unit === 'nats' ? 'nat' : 'bit'}_s_hz`),
      'asked_station',
      'request',
    ],
    ...receivers('user', users),
    ...receivers('target', targets),
    ...made(requests),
    ...made(otherRequests),
  ])
}
