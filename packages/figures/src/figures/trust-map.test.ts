import { communicationRate, sensingRate } from '@isacnet/analysis'
import { curvesOf } from '@isacnet/drawing'
import { defineNetwork, isFeasible } from '@isacnet/model'
import { expect, it } from 'vitest'
import { computeFigure } from '../compute/compute-figure.js'

it.each([
  ['trust-communication', communicationRate],
  ['trust-sensing', sensingRate],
] as const)(
  '%s ends where the next cluster deviates by more, or is infeasible',
  { timeout: 60_000 },
  async (id, rate) => {
    const figure = await computeFigure(id)
    const curves = curvesOf(figure)
    expect(curves.map(({ member }) => member)).toEqual([
      'within 1 %',
      'within 5 %',
      'within 20 %',
      'feasible on average',
    ])
    const deviation = (network: ReturnType<typeof defineNetwork>): number =>
      Math.abs(rate(network).value / rate(network, { method: 'actual-requests' }).value - 1)
    const clusterSize = id === 'trust-sensing' ? 'sensingClusterSize' : 'communicationClusterSize'
    for (const i of [9, 14, 19]) {
      const largest = curves.map(({ points }) => points[i]!)
      expect(largest.map(({ y }) => y)).toEqual(largest.map(({ y }) => y).sort((a, b) => a - b))
      ;[0.01, 0.05, 0.2].forEach((limit, k) => {
        const { y, parameters } = largest[k]!
        const at = (size: number) => defineNetwork({ ...figure.parameters, ...parameters, [clusterSize]: size })
        if (y > 1) expect(deviation(at(y))).toBeLessThanOrEqual(limit)
        expect(isFeasible(at(y + 1)) ? deviation(at(y + 1)) : 1).toBeGreaterThan(limit)
      })
    }
  },
)
