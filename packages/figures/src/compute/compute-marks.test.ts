import { communicationRate, sensingRate } from '@isacnet/analysis'
import { curvesOf, type FigureMarks, marksOf } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { defineSimulation, runSimulation, type SimulationDefinition, summarize } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import type { FigureDefinition } from '../definition/figure-definition.js'
import { findSweptFigure } from '../figures/figures.js'
import { computeFigure } from './compute-figure.js'

const until = { trials: 4096 }

/** A figure of three marks for one member, so that tests are quick. */
const small: FigureDefinition = {
  ...findSweptFigure('fig8'),
  marksAt: [2, 4],
  curves: findSweptFigure('fig8').curves.slice(0, 4),
}

const marksNamed = (marks: readonly FigureMarks[], name: string): FigureMarks => {
  const found = marks.find((series) => series.name === name)
  if (found === undefined) throw new Error(`no ‘${name}’ among ${marks.map((series) => series.name).join('; ')}`)
  return found
}

describe('the marks of a figure', { timeout: 30_000 }, () => {
  it('are what the simulation of their network gives', async () => {
    const figure = await computeFigure(small, { simulation: { fidelity: 'gain-law', seed: 7, until } })
    const network = defineNetwork({ transmitAntennas: 10, Q: 4, J: 3 })
    const definition = defineSimulation(network, { seed: 7, sensingClusters: 'bs-centric' })
    const { trials, communication, sensing } = summarize((await runSimulation(definition, { until })).state.sums)
    const sensingMarks = marksNamed(marksOf(figure), 'T_s, M_t = 10: simulation')
    expect(sensingMarks).toMatchObject({
      fidelity: 'gain-law',
      seed: 7,
      confidence: 0.95,
      sensingClusters: 'bs-centric',
      unit: 'nat/s/Hz/km²',
    })
    expect(sensingMarks.points.map(({ x }) => x)).toEqual([2, 4])
    const second = sensingMarks.points[1]!
    expect(second.parameters).toEqual({ targetsPerCell: 3, sensingClusterSize: 4 })
    expect(second.trials).toBe(trials)
    expect(second.y).toBeCloseTo(3 * sensing.mean, 12)
    expect(second.standardError).toBeCloseTo(3 * sensing.standardError, 12)
    expect(second.interval[0]).toBeCloseTo(3 * sensing.interval[0], 12)
    expect(second.interval[1]).toBeCloseTo(3 * sensing.interval[1], 12)

    // Users and targets are independent in gain-law.
    const sum = marksNamed(marksOf(figure), 'T_sum, M_t = 10: simulation').points[1]!
    expect(sum.y).toBeCloseTo(communication.mean + 3 * sensing.mean, 12)
    expect(sum.standardError).toBeCloseTo(Math.hypot(communication.standardError, 3 * sensing.standardError), 12)
  })

  it('lie beside the exact curves only, at abscissae of theirs', async () => {
    const empty = await runSimulation(defineSimulation(defineNetwork({})), { until: { trials: 1 } })
    for (const id of ['fig4', 'fig5', 'fig6', 'fig7', 'fig8']) {
      const { curves, marksAt } = findSweptFigure(id)
      const exact = curves.filter(
        ({ communicationMethod, sensingMethod }) =>
          (communicationMethod ?? 'exact') === 'exact' && (sensingMethod ?? 'exact') === 'exact',
      )
      const simulated: SimulationDefinition[] = []
      const figure = await computeFigure(id, {
        simulation: {
          fidelity: 'channel',
          until,
          simulate: async (definition, rule) => {
            expect(rule).toEqual(until)
            simulated.push(definition)
            return empty.state
          },
        },
      })
      // T_c and T_sum share a simulation.
      expect(new Set(simulated.map((definition) => JSON.stringify(definition))).size).toBe(simulated.length)
      expect(new Set(simulated.map(({ fidelity }) => fidelity))).toEqual(new Set(['channel']))
      const marks = marksOf(figure)
      expect(marks.map(({ member }) => member)).toEqual(exact.map(({ member }) => member))
      for (const { member, points, methodName, fidelity } of marks) {
        expect({ methodName, fidelity }).toEqual({ methodName: 'channel simulation', fidelity: 'channel' })
        expect(points.length).toBeGreaterThanOrEqual(3)
        const abscissae = curvesOf(figure)
          .find((curve) => curve.member === member)!
          .points.map(({ x }) => x)
        for (const { x } of points) {
          expect(marksAt).toContain(x)
          expect(abscissae).toContain(x)
        }
      }
    }
  })

  it('bracket the exact curves', async () => {
    // 4 intervals of confidence 1 − 1e-4: a true one is missed with probability 4e-4 over seeds.
    const figure = await computeFigure(small, {
      simulation: { fidelity: 'gain-law', until: { trials: 20_000 }, confidence: 0.9999 },
    })
    for (const { name, points } of marksOf(figure))
      for (const { x, interval, parameters } of points) {
        const network = defineNetwork({ ...figure.parameters, ...parameters })
        const sensing = network.targetsPerCell * sensingRate(network).value
        const exact = name.startsWith('T_sum') ? sensing + communicationRate(network).value : sensing
        expect(interval[0], `${name} at ${x}`).toBeLessThan(exact)
        expect(interval[1], `${name} at ${x}`).toBeGreaterThan(exact)
      }
  })

  it('add up errors where users and targets share base stations', async () => {
    const figure = await computeFigure(
      { ...small, marksAt: [2] },
      { simulation: { fidelity: 'channel', until: { trials: 1024 } } },
    )
    const network = defineNetwork({ transmitAntennas: 10, Q: 2, J: 9 })
    const definition = defineSimulation(network, { fidelity: 'channel', sensingClusters: 'bs-centric' })
    const { communication, sensing } = summarize(
      (await runSimulation(definition, { until: { trials: 1024 } })).state.sums,
    )
    const [point] = marksNamed(marksOf(figure), 'T_sum, M_t = 10: channel simulation').points
    expect(point!.standardError).toBeCloseTo(communication.standardError + 9 * sensing.standardError, 12)
  })

  it('are counted as points, and stop with the error of who simulates', async () => {
    const seen: string[] = []
    const simulation = {
      fidelity: 'gain-law',
      simulate: async () => {
        throw new Error('no power')
      },
    } as const
    const afterEachPoint = (done: number, total: number | null): void => {
      seen.push(`${done}/${total}`)
    }
    await expect(computeFigure({ ...small, marksAt: [2] }, { simulation, afterEachPoint })).rejects.toThrow('no power')
    expect(seen.at(-1)).toBe('38/40')
  })

  it('are the same in bits', async () => {
    const one: FigureDefinition = { ...small, marksAt: [2], curves: small.curves.slice(0, 1) }
    const simulation = { fidelity: 'gain-law', until } as const
    const [nats] = marksOf(await computeFigure(one, { simulation }))
    const [bits] = marksOf(await computeFigure(one, { simulation, unit: 'bits' }))
    expect(bits!.unit).toBe('bit/s/Hz/km²')
    expect(bits!.points[0]!.y).toBeCloseTo(nats!.points[0]!.y / Math.LN2, 12)
    expect(bits!.points[0]!.interval[0]).toBeCloseTo(nats!.points[0]!.interval[0] / Math.LN2, 12)
  })
})

it('simulates whole networks where users are a Poisson process, whatever the fidelity', async () => {
  const { curves, ...rest } = findSweptFigure('low-load-ase')
  const few = { ...rest, curves: curves.slice(1, 2), marksAt: [2] }
  const figure = await computeFigure(few, { simulation: { fidelity: 'gain-law', until: { trials: 4000 } } })
  const [marks] = marksOf(figure)
  expect(marks).toMatchObject({ fidelity: 'channel', methodName: 'channel simulation', quantity: 'communication-ase' })
  const [{ y, standardError }] = marks!.points as [FigureMarks['points'][number]]
  const theorem = curvesOf(figure)[0]!.points.find(({ x }) => x === 2)!
  expect(Math.abs(y - theorem.y)).toBeLessThan(4.5 * standardError + theorem.errorEstimate)
  expect(figure.parameters).toMatchObject({ targetDensity: 0, usersPerCell: 5 })
}, 30_000)
