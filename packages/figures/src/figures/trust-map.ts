import { serviceRate } from '@isacnet/analysis'
import type { FigureCurve, FigurePoint } from '@isacnet/drawing'
import { defineNetwork, isFeasible, type Network, type ParameterName, type Service } from '@isacnet/model'
import type { NetworkChanges } from '../definition/figure-definition.js'
import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'

const transmitAntennas = 40
const deviations = [0.01, 0.05, 0.2]
const largestClusterSize = 8
const methodName = 'largest cluster'
const upTo20 = Array.from({ length: 20 }, (_, index) => index + 1)

/** A plane of allocations of one service. */
interface Plane {
  readonly service: Service
  readonly receivers: 'usersPerCell' | 'targetsPerCell'
  readonly clusterSize: 'communicationClusterSize' | 'sensingClusterSize'
  readonly rest: NetworkChanges
  readonly counts: readonly number[]
  readonly xLabel: string
  readonly yLabel: string
}

const methods = {
  exact: { communicationMethod: 'exact', sensingMethod: 'exact' },
  actual: { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' },
} as const

/** How far the theorem for mean requests is from the rate with the requests as they come, relative to it. */
const deviation = (network: Network, service: Service): number =>
  Math.abs(serviceRate(service, network, methods.exact).value / serviceRate(service, network, methods.actual).value - 1)

const trustMap = (
  text: Omit<OptimumFigureDefinition, 'compute' | 'number' | 'paperSays'>,
  { service, receivers, clusterSize, rest, counts, xLabel, yLabel }: Plane,
): OptimumFigureDefinition => ({
  ...text,
  number: null,
  paperSays: 'The paper gives every base station the mean number of requests.',
  compute: async ({ unit, pause }) => {
    const fixed = { transmitAntennas, ...rest }
    const networkAt = (count: number, size: number): Network =>
      defineNetwork({ ...fixed, [receivers]: count, [clusterSize]: size })
    /** For each number of receivers, the largest cluster up to which all clusters are within each deviation, and the largest that is feasible. */
    const found: { readonly count: number; readonly within: readonly number[]; readonly feasible: number }[] = []
    for (const count of counts) {
      const within = deviations.map(() => 1)
      let feasible = 1
      for (let size = 2; size <= largestClusterSize && isFeasible(networkAt(count, size)); size++) {
        feasible = size
        const off = deviation(networkAt(count, size), service)
        deviations.forEach((limit, i) => {
          if (off <= limit && within[i] === size - 1) within[i] = size
        })
        await pause()
      }
      found.push({ count, within, feasible })
    }
    const curve = (member: string, sizeOf: (row: (typeof found)[number]) => number): FigureCurve => ({
      kind: 'curve',
      name: seriesName(member, methodName),
      member,
      methodName,
      quantity: `${service}-cluster-size`,
      communicationMethod: service === 'communication' ? 'exact' : null,
      sensingMethod: service === 'sensing' ? 'exact' : null,
      sensingClusters: 'bs-centric',
      unit: '',
      points: found.map((row): FigurePoint => {
        const size = sizeOf(row)
        return { x: row.count, y: size, errorEstimate: 0, parameters: { [receivers]: row.count, [clusterSize]: size } }
      }),
      maximum: null,
    })
    const varied: readonly ParameterName[] = [receivers, clusterSize]
    return {
      ...text,
      number: null,
      unit,
      x: { label: xLabel, parameter: receivers, unit: '' },
      y: { label: yLabel, unit: '' },
      parameters: fixed,
      varied,
      series: [
        ...deviations.map((limit, i) => curve(`within ${100 * limit} %`, ({ within }) => within[i]!)),
        curve('feasible on average', ({ feasible }) => feasible),
      ],
    }
  },
})

const sentence =
  'up to which the exact theorem for mean requests is within 1, 5 and 20 % of the rate with the requests as they come, and the largest that is ' +
  'feasible on average; clusters up to 8 are looked at.'

/** Where in (K, L) the theorem for mean requests may be trusted. */
export const trustCommunication: OptimumFigureDefinition = trustMap(
  {
    id: 'trust-communication',
    fileName: 'trust-communication-by-users',
    title: 'Where the theorem for mean requests holds: communication',
    caption: `Largest cluster size $L$ of a user ${sentence} $M_t=40$, no degrees of freedom spent on sensing ($Q=1$), $\\alpha=4$.`,
  },
  {
    service: 'communication',
    receivers: 'usersPerCell',
    clusterSize: 'communicationClusterSize',
    rest: {},
    counts: upTo20,
    xLabel: 'users per cell $K$',
    yLabel: 'cluster size $L$',
  },
)

/** Where in (J, Q) the theorem for mean requests may be trusted. */
export const trustSensing: OptimumFigureDefinition = trustMap(
  {
    id: 'trust-sensing',
    fileName: 'trust-sensing-by-targets',
    title: 'Where the theorem for mean requests holds: sensing',
    caption: `Largest cluster size $Q$ of a target ${sentence} $M_t=40$, $K=L=1$, bs-centric clusters, $\\alpha=4$, $\\beta=2$.`,
  },
  {
    service: 'sensing',
    receivers: 'targetsPerCell',
    clusterSize: 'sensingClusterSize',
    rest: { maxTargetsPerCell: 20 },
    counts: upTo20,
    xLabel: 'targets per cell $J$',
    yLabel: 'cluster size $Q$',
  },
)
