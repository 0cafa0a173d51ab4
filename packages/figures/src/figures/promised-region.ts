import { type FigureCurve, type FigurePoint, quantityUnit } from '@isacnet/drawing'
import { defineNetwork, fromNats } from '@isacnet/model'
import {
  type AllocationPerformance,
  achievablePoints,
  type FrontierPoint,
  regionOfPoints,
  regionPoint,
} from '@isacnet/optimization'
import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'
import { actualRequestsPerformances } from '../optima/actual-requests-performances.js'
import { allocationMarks } from '../optima/allocation-marks.js'
import { allocationNames, allocationParameters } from '../optima/allocation-parameters.js'
import { maxTargetsPerCell, optimumRates } from '../optima/optimum-rates.js'

const site = { transmitAntennas: 10, maxTargetsPerCell } as const

const text = {
  id: 'promised-region',
  number: null,
  fileName: 'promised-region-of-ase',
  title: 'The ASE region as promised, as delivered, and as it is',
  caption:
    'Sensing ASE $T_s$ against communication ASE $T_c$ with $M_t=10$ and $J_{\\mathrm{max}}=5$. Promised: Pareto points by the exact theorems for mean ' +
    'requests over all allocations with $KL+J(Q-1)\\le M_t$. Delivered: what the same allocations have with the requests as they come; a line joins ' +
    'what Pareto points deliver, in their order. As it is: Pareto points with the requests as they come, over all $K\\le M_t$, $L,Q\\le8$ with at most twice ' +
    'the requests that are granted on average. Clusters are bs-centric; simulated marks are of whole networks, on the hull of the region as it is.',
} as const

const key = ({ allocation }: AllocationPerformance): string => Object.values(allocationParameters(allocation)).join()

/** The region of ASEs that the theorems for mean requests promise, what its allocations deliver, and the region of the network as it is. */
export const promisedRegion: OptimumFigureDefinition = {
  ...text,
  paperSays: 'The paper draws the region that is promised.',
  compute: async ({ unit, simulation, pause }) => {
    const network = defineNetwork(site)
    const promises: AllocationPerformance[] = []
    for (const performance of achievablePoints({ network, rates: optimumRates(network, 'exact') })) {
      promises.push(performance)
      await pause()
    }
    const found = await actualRequestsPerformances(network, {}, pause)
    const regionOf = (all: readonly AllocationPerformance[]) =>
      regionOfPoints(
        all.map((performance) => regionPoint(performance, 'ase')),
        'ase',
      )
    const promised = regionOf(promises)
    const actual = regionOf(found)
    const byAllocation = new Map(found.map((performance) => [key(performance), performance]))
    const delivered = promised.frontier.flatMap(({ performance }) => byAllocation.get(key(performance)) ?? [])
    const pointOf = ({ communication, sensing, allocation }: AllocationPerformance): FigurePoint => ({
      x: fromNats(communication.ase, unit),
      y: fromNats(sensing.ase, unit),
      errorEstimate: fromNats(sensing.aseErrorEstimate, unit),
      parameters: allocationParameters(allocation),
    })
    const curve = (
      member: string,
      method: 'exact' | 'actual-requests',
      points: readonly AllocationPerformance[],
      staircase?: readonly { readonly communication: number; readonly sensing: number }[],
    ): FigureCurve => ({
      kind: 'curve',
      name: seriesName(member, member),
      member,
      methodName: member,
      quantity: 'sensing-ase',
      communicationMethod: method,
      sensingMethod: method,
      sensingClusters: 'bs-centric',
      unit: quantityUnit('sensing-ase', unit),
      points: points.map(pointOf),
      ...(staircase === undefined
        ? {}
        : {
            path: staircase.map(({ communication, sensing }) => ({
              x: fromNats(communication, unit),
              y: fromNats(sensing, unit),
            })),
          }),
      maximum: null,
    })
    const performances = (points: readonly FrontierPoint[]) => points.map(({ performance }) => performance)
    const member = 'as it is'
    return {
      ...text,
      unit,
      x: { label: 'communication ASE $T_c$', parameter: null, unit: quantityUnit('communication-ase', unit), from: 0 },
      y: { label: 'sensing ASE $T_s$', unit: quantityUnit('sensing-ase', unit) },
      parameters: site,
      varied: allocationNames,
      series: [
        curve('promised', 'exact', performances(promised.frontier), promised.staircase),
        curve('delivered', 'actual-requests', delivered),
        curve(member, 'actual-requests', performances(actual.frontier), actual.staircase),
        ...(simulation === undefined
          ? []
          : [
              await allocationMarks(
                actual.hull.map(({ performance }) => performance.allocation),
                { x: 'communication-ase', y: 'sensing-ase' },
                { network, member, varied: {}, unit, pause },
                { ...simulation, fidelity: 'channel' },
              ),
            ]),
      ],
    }
  },
}
