import { beforeAll, expect, it } from 'vitest'
import { estimateCost } from '../compute/cost-estimate.js'
import { resolveScenario } from '../sweep/resolve-scenario.js'
import { exampleScenario } from './example-scenario.js'

beforeAll(() => import('../values/mathjs-subset.js'), 60_000)

it('the example is a study of eight points', async () => {
  const { points, axes } = await resolveScenario(exampleScenario)
  expect(points).toHaveLength(8)
  expect(axes).toHaveLength(2)
  expect(points.map(({ network }) => network.usersPerCell)).toEqual([3, 6, 6, 12, 9, 18, 12, 24])
  expect(points[0]!.network).toMatchObject({ baseStationDensity: 4, transmitPower: 1, radarCrossSection: 0.1 })
})

it('what the example has commented out works as well', async () => {
  const all = exampleScenario
    .replace(/^( *)# (- vary: noisePower| {2}unit: dBm| {2}linspace:)/gm, '$1$2')
    .replace(/^( *)# (- zip:| {4}- \{ vary)/gm, '$1$2')
    .replace(/^( *)# (- optimization:| {4}objective: 0| {4}minSensing)/gm, '$1$2')
    .replace('# infeasible', 'infeasible')
  expect(all.match(/^ *# (?:-|infeasible)/gm)).toBeNull()
  const { points, axes } = await resolveScenario(all)
  expect(axes).toHaveLength(4)
  expect(points.length).toBeGreaterThan(8)
  expect(points[0]!.computations.map(({ kind }) => kind)).toEqual(['theorem', 'simulation', 'optimization'])
})

it('the cost of the example grows with its points and its precision', async () => {
  const study = await resolveScenario(exampleScenario)
  const cost = await estimateCost(study)
  expect(cost.theorem.networks).toBe(8)
  expect(cost.optimization).toEqual({ searches: 0, seconds: 0 })
  expect(cost.simulation.trials % cost.simulation.blocks).toBe(0)
  expect(cost.seconds).toBe(cost.theorem.seconds + cost.simulation.seconds)
  const cell = 'compute: [{ simulation: { typical: cell, relativeError: 1% } }]'
  // (1.5 · 1.96 / 1 %)² = 86 436 trials, in whole blocks.
  const { trials, seconds } = (await estimateCost(await resolveScenario(cell))).simulation
  expect(trials).toBeGreaterThanOrEqual(86_400)
  expect(trials).toBeLessThan(88_000)
  const finer = (await estimateCost(await resolveScenario(cell.replace('1%', '0.1%')))).simulation
  expect(finer.seconds / seconds).toBeGreaterThan(95)
  const optimum = await estimateCost(
    await resolveScenario(
      'compute: [{ optimization: { objective: sensing } }, { simulation: { trials: 10, fidelity: channel } }]',
    ),
  )
  expect(optimum.optimization).toEqual({ searches: 1, seconds: 0.2 })
  expect(optimum.simulation.blocks).toBe(1)
})
