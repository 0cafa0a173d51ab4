import { curvesOf } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { achievableRegion, analyticRates } from '@isacnet/optimization'
import { expect, it } from 'vitest'
import { computeFigure } from '../compute/compute-figure.js'

it('has the promised region, and one that nothing delivered is outside of', { timeout: 120_000 }, async () => {
  const figure = await computeFigure('promised-region')
  const [promised, delivered, actual] = curvesOf(figure).map(({ points }) => points)
  const network = defineNetwork({ Mt: 10, J_max: 5 })
  const { frontier } = achievableRegion({ network, rates: analyticRates(network) })
  expect(promised!.map(({ x, y }) => [x, y])).toEqual(
    frontier.map(({ communication, sensing }) => [expect.closeTo(communication, 9), expect.closeTo(sensing, 9)]),
  )
  expect(delivered!.map(({ parameters }) => parameters)).toEqual(promised!.map(({ parameters }) => parameters))
  for (const { x, y } of delivered!)
    expect(actual!.some((point) => point.x >= x * 0.9999 && point.y >= y * 0.9999)).toBe(true)
  const beyond = actual!.filter(
    ({
      parameters: {
        usersPerCell: K = 0,
        communicationClusterSize: L = 0,
        targetsPerCell: J = 0,
        sensingClusterSize: Q = 0,
      },
    }) => K * L + J * (Q - 1) > 10,
  )
  expect(beyond.length).toBeGreaterThan(0)
})
