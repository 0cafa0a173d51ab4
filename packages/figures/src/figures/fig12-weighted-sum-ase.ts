import { type FigureCurve, type FigureData, quantityUnit } from '@isacnet/drawing'
import { defineNetwork, fromNats } from '@isacnet/model'
import {
  type AllocationPerformance,
  optimizeAllocation,
  type RatedAllocation,
  weightedSumObjective,
} from '@isacnet/optimization'
import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'
import { actualRequestsPerformances } from '../optima/actual-requests-performances.js'
import { allocationNames, allocationParameters } from '../optima/allocation-parameters.js'
import { maxTargetsPerCell, methodText, optimumRates, rateMethods } from '../optima/optimum-rates.js'

const transmitAntennas = 20
const weights = Array.from({ length: 21 }, (_, index) => index / 20)
const caption =
  'The largest weighted sum $T=\\rho T_c+(1-\\rho)T_s$ over all allocations $(K,L,J,Q)$ against the weight $\\rho$ of communication, and ' +
  'the $T_c$ and $T_s$ of the allocation that has it, with $M_t=20$ and $J_{\\mathrm{max}}=5$. At $\\rho=0$ and 1 one of them only ' +
  'counts; of allocations that tie there, the one with the largest $T_c+T_s$ is shown.'

/** Figure 12: weighted sum ASE against the weight. */
export const figure12: OptimumFigureDefinition = {
  id: 'fig12',
  number: 12,
  fileName: 'fig12-weighted-sum-ase',
  title: 'The largest weighted sum ASE against the weight',
  caption,
  paperSays:
    'With ρ, sensing and communication ASE change monotonically; the weighted sum is always less than the larger of the two.',
  compute: async ({ unit, method, pause }) => {
    const network = defineNetwork({ transmitAntennas, maxTargetsPerCell })
    const optima: { readonly rho: number; readonly optimum: RatedAllocation }[] = []
    if (method === 'actual-requests') {
      const all = await actualRequestsPerformances(network, {}, pause)
      for (const rho of weights) optima.push({ rho, optimum: largestWeightedSum(all, rho) })
    } else {
      const rates = optimumRates(network, method)
      for (const rho of weights) {
        await pause()
        const objective = weightedSumObjective(rho)
        optima.push({
          rho,
          optimum: optimizeAllocation({ network, rates }, { objective, runnersUp: 0, findBindingConstraints: false }),
        })
      }
    }
    const curve = (
      member: string,
      quantity: FigureCurve['quantity'],
      valueAndError: (optimum: RatedAllocation) => readonly [value: number, error: number],
    ): FigureCurve => ({
      kind: 'curve',
      name: seriesName(member, member),
      member,
      methodName: member,
      quantity,
      ...rateMethods[method],
      sensingClusters: 'bs-centric',
      unit: quantityUnit(quantity, unit),
      points: optima.map(({ rho, optimum }) => {
        const [value, error] = valueAndError(optimum)
        return {
          x: rho,
          y: fromNats(value, unit),
          errorEstimate: fromNats(error, unit),
          parameters: allocationParameters(optimum.allocation),
        }
      }),
      maximum: null,
    })
    return {
      id: 'fig12',
      number: 12,
      fileName: 'fig12-weighted-sum-ase',
      title: 'The largest weighted sum ASE against the weight',
      caption: `${caption} ${methodText[method]}`,
      unit,
      x: { label: 'weight of communication $\\rho$', parameter: null, unit: '' },
      y: { label: 'area spectral efficiency', unit: quantityUnit('sum-ase', unit) },
      parameters: { transmitAntennas, maxTargetsPerCell },
      varied: allocationNames,
      series: [
        curve('weighted sum $T$', 'sum-ase', ({ value, errorEstimate }) => [value, errorEstimate]),
        curve('its $T_c$', 'communication-ase', ({ communication }) => [
          communication.ase,
          communication.aseErrorEstimate,
        ]),
        curve('its $T_s$', 'sensing-ase', ({ sensing }) => [sensing.ase, sensing.aseErrorEstimate]),
      ],
    } satisfies FigureData
  },
}

const largestWeightedSum = (all: readonly AllocationPerformance[], rho: number): RatedAllocation => {
  const { value: of } = weightedSumObjective(rho)
  const rated = all.map((performance) => ({ performance, value: of(performance) }))
  const { performance, value } = rated.reduce((best, one) => (one.value > best.value ? one : best))
  const { communication, sensing } = performance
  const errorEstimate = rho * communication.aseErrorEstimate + (1 - rho) * sensing.aseErrorEstimate
  return { ...performance, value, errorEstimate }
}
