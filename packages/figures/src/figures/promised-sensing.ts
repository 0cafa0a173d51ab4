import { sensingRate } from '@isacnet/analysis'
import { type FigureCurve, quantityUnit } from '@isacnet/drawing'
import { defineNetwork, fromNats, isFeasible, type Network } from '@isacnet/model'
import { type SpatialAllocation, searchedAllocations } from '@isacnet/optimization'
import type { OptimumFigureDefinition, OptimumFigureOptions } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'
import { allocationMarks } from '../optima/allocation-marks.js'
import { allocationNames, allocationParameters } from '../optima/allocation-parameters.js'

const site = { transmitAntennas: 20, maxTargetsPerCell: 10 } as const
const clusterSizes = [1, 2, 3, 4, 5, 6]

const text = {
  id: 'promised-sensing',
  number: null,
  fileName: 'promised-sensing-ase-vs-cluster-size',
  title: 'Sensing ASE as promised, as delivered, and at its best',
  caption:
    'Largest sensing ASE $T_s$ for each cluster size $Q$ of a target, with $M_t=20$, $J_{\\mathrm{max}}=10$ and $L=1$. Promised: the largest by the exact ' +
    'theorem for mean requests over $K$ and $J$ with $KL+J(Q-1)\\le M_t$. Delivered: the same allocations with the requests as they come. At its best: the ' +
    'largest with the requests as they come, over all $K\\le M_t$ and $J\\le J_{\\mathrm{max}}$ with at most twice the requests that are granted on average. ' +
    'Clusters are bs-centric; simulated marks are of whole networks.',
} as const

/** A value of T_s, and the allocation that has it. */
interface Found {
  readonly allocation: SpatialAllocation
  readonly value: number
  readonly errorEstimate: number
}

const sensingAse = (
  allocation: SpatialAllocation,
  method: 'exact' | 'actual-requests',
  relativeTolerance = 1e-6,
): Found => {
  const network = defineNetwork({ ...site, ...allocation })
  const { value, errorEstimate } = sensingRate(network, { method, relativeTolerance })
  const area = network.baseStationDensity * network.targetsPerCell
  return { allocation, value: area * value, errorEstimate: area * errorEstimate }
}

const largest = async (
  allocations: readonly SpatialAllocation[],
  method: 'exact' | 'actual-requests',
  pause: OptimumFigureOptions['pause'],
): Promise<Found> => {
  let best: Found | undefined
  for (const allocation of allocations) {
    const found = sensingAse(allocation, method, 1e-3)
    if (best === undefined || found.value > best.value) best = found
    await pause()
  }
  return sensingAse(best!.allocation, method)
}

const allocationsOf = (network: Network, sensingClusterSize: number): SpatialAllocation[] =>
  [...searchedAllocations(network)].filter(
    (allocation) => allocation.communicationClusterSize === 1 && allocation.sensingClusterSize === sensingClusterSize,
  )

/** T_s against Q: what the theorem for mean requests promises of its optimum, what that delivers, and what the best allocation has. */
export const promisedSensing: OptimumFigureDefinition = {
  ...text,
  paperSays:
    'The paper’s optima take every request to null for granted, and allocations that could overload a base station for none.',
  compute: async ({ unit, simulation, pause }) => {
    const network = defineNetwork(site)
    const promised: Found[] = []
    const best: Found[] = []
    for (const Q of clusterSizes) {
      const all = allocationsOf(network, Q)
      const feasible = all.filter((allocation) => isFeasible({ ...network, ...allocation }))
      promised.push(await largest(feasible, 'exact', pause))
      best.push(await largest(all, 'actual-requests', pause))
    }
    const delivered = promised.map(({ allocation }) => sensingAse(allocation, 'actual-requests'))
    const curve = (
      member: string,
      sensingMethod: 'exact' | 'actual-requests',
      found: readonly Found[],
    ): FigureCurve => ({
      kind: 'curve',
      name: seriesName(member, member),
      member,
      methodName: member,
      quantity: 'sensing-ase',
      communicationMethod: null,
      sensingMethod,
      sensingClusters: 'bs-centric',
      unit: quantityUnit('sensing-ase', unit),
      points: found.map(({ allocation, value, errorEstimate }) => ({
        x: allocation.sensingClusterSize,
        y: fromNats(value, unit),
        errorEstimate: fromNats(errorEstimate, unit),
        parameters: allocationParameters(allocation),
      })),
      maximum:
        found === best
          ? found.reduce((place, { value }, index) => (value > found[place]!.value ? index : place), 0)
          : null,
    })
    const members = [
      ['promised', 'exact', promised],
      ['delivered', 'actual-requests', delivered],
      ['at its best', 'actual-requests', best],
    ] as const
    const marks = []
    if (simulation !== undefined)
      for (const [member, method, found] of members)
        if (method === 'actual-requests')
          marks.push(
            await allocationMarks(
              found.map(({ allocation }) => allocation),
              { x: 'sensingClusterSize', y: 'sensing-ase' },
              { network, member, varied: {}, unit, pause },
              { ...simulation, fidelity: 'channel' },
            ),
          )
    return {
      ...text,
      unit,
      x: { label: 'sensing cluster size $Q$', parameter: 'sensingClusterSize', unit: '' },
      y: { label: 'sensing ASE $T_s$', unit: quantityUnit('sensing-ase', unit) },
      parameters: site,
      varied: allocationNames,
      series: [...members.map(([member, method, found]) => curve(member, method, found)), ...marks],
    }
  },
}
