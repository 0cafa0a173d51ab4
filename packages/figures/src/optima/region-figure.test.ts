import { curvesOf, type FigureCurve, type FigureData, marksOf, plainText } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { achievablePoints, actualRequestsPoints, analyticRates } from '@isacnet/optimization'
import { defineSimulation, runSimulation, summarize } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import { computeFigure } from '../compute/compute-figure.js'
import { optimumMethods } from '../definition/optimum-figure.js'
import { optimumFigures } from '../figures/figures.js'
import { allocationNames, allocationParameters } from './allocation-parameters.js'
import { maxTargetsPerCell, optimumRates, rateMethods } from './optimum-rates.js'
import { regionFigure } from './region-figure.js'

const curve = (figure: FigureData, name: string): FigureCurve => curvesOf(figure).find((one) => one.name === name)!

describe('figures of regions', { timeout: 60_000 }, () => {
  it('keep Pareto points, hull and time sharing apart, as plain enumeration has them', async () => {
    const figure = await computeFigure('fig10')
    const pareto = curve(figure, 'M_t = 20: Pareto points, staircase').points
    // Every allocation, and the definition of a Pareto point.
    const network = defineNetwork({ transmitAntennas: 20, maxTargetsPerCell })
    const all = [...achievablePoints({ network, rates: analyticRates(network) })].map((one) => ({
      x: one.communication.ase,
      y: one.sensing.ase,
    }))
    const slack = 1e-7
    const undominated = all.filter(
      ({ x, y }) =>
        !all.some(
          (other) => (other.x > x + slack && other.y >= y - slack) || (other.x >= x - slack && other.y > y + slack),
        ),
    )
    const distinct = undominated.filter(
      ({ x, y }, i) =>
        !undominated.slice(0, i).some((other) => Math.abs(other.x - x) < slack && Math.abs(other.y - y) < slack),
    )
    expect(pareto).toHaveLength(distinct.length)
    for (const { x, y } of pareto)
      expect(distinct.some((one) => Math.abs(one.x - x) < slack && Math.abs(one.y - y) < slack)).toBe(true)

    const hull = curve(figure, 'M_t = 20: convex hull').points
    expect(hull).toHaveLength(5)
    for (const vertex of hull) expect(pareto).toContainEqual(vertex)
    for (const { x, y } of pareto)
      hull.slice(1).forEach((to, i) => {
        const from = hull[i]!
        // To the origin's side of every edge.
        expect((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)).toBeGreaterThanOrEqual(-1e-6)
      })
    const [communication, sensing] = curve(figure, 'M_t = 20: time sharing of corners').points
    expect([communication!.x, communication!.y].map((value) => value.toFixed(2))).toEqual(['16.97', '7.09'])
    expect([sensing!.x, sensing!.y].map((value) => value.toFixed(2))).toEqual(['3.62', '13.31'])
    expect(communication!.parameters).toEqual({
      transmitAntennas: 20,
      usersPerCell: 12,
      communicationClusterSize: 1,
      targetsPerCell: 5,
      sensingClusterSize: 1,
    })
  })

  it('draw the staircase through all Pareto points and between them along both axes', async () => {
    const { path, points } = curve(await computeFigure('fig9'), 'M_t = 10: Pareto points, staircase')
    expect(path!.slice(1).every(({ x, y }, i) => x === path![i]!.x || y === path![i]!.y)).toBe(true)
    for (const { x, y } of points) expect(path).toContainEqual({ x, y })
    expect([path![0]!.y, path!.at(-1)!.x]).toEqual([0, 0])
  })

  it('mark the hull with simulations that find it, unless rates are those of the paper', async () => {
    const simulation = { fidelity: 'gain-law', until: { trials: 30_000 }, confidence: 0.9999 } as const
    const small = regionFigure(
      { id: 'fig9', number: 9, fileName: 'fig9', title: 'small', caption: 'small', paperSays: '' },
      'rate',
      [{ member: '$M_t=4$', network: { transmitAntennas: 4 }, varied: {} }],
    )
    const figure = await computeFigure(small, { simulation })
    const hull = curve(figure, 'M_t = 4: convex hull').points
    const [marks] = marksOf(figure)
    expect(marks!.points).toHaveLength(hull.length)
    marks!.points.forEach(({ x, interval: [lower, upper], parameters }, i) => {
      expect(parameters).toEqual(hull[i]!.parameters)
      expect(lower).toBeLessThan(hull[i]!.y)
      expect(upper).toBeGreaterThan(hull[i]!.y * (1 - 1e-4))
      expect(Math.abs(x / hull[i]!.x - 1)).toBeLessThan(0.01)
    })
    const paper = await computeFigure(small, { simulation, method: 'paper' })
    expect(marksOf(paper)).toEqual([])
    for (const { communicationMethod, sensingMethod } of curvesOf(paper))
      expect({ communicationMethod, sensingMethod }).toEqual(rateMethods.paper)
  })

  it('have the errors of what is drawn upwards, and marks at both simulated means', async () => {
    const network = defineNetwork({ Mt: 6, J: 3, lambda: 2 })
    const { state } = await runSimulation(defineSimulation(network), { until: { trials: 4096 } })
    const small = regionFigure(
      { id: 'fig10', number: 10, fileName: 'fig10', title: 'small', caption: 'small', paperSays: '' },
      'ase',
      [{ member: '$M_t=6$', network: { transmitAntennas: 6, baseStationDensity: 2 }, varied: {} }],
    )
    const simulation = { fidelity: 'gain-law', simulate: async () => state } as const
    const figure = await computeFigure(small, { simulation, unit: 'bits' })
    const rates = analyticRates(defineNetwork({ Mt: 6, lambda: 2 }))
    for (const { y, errorEstimate, parameters } of curve(figure, 'M_t = 6: Pareto points, staircase').points) {
      const { usersPerCell: K, sensingClusterSize: Q, targetsPerCell: J } = parameters
      const sensing = rates.sensing(K!, Q!)
      expect(y / ((2 * J! * sensing.value) / Math.LN2)).toBeCloseTo(1, 12)
      expect(errorEstimate / ((2 * J! * sensing.errorEstimate) / Math.LN2)).toBeCloseTo(1, 9)
    }
    const { communication, sensing } = summarize(state.sums, 0.95)
    for (const { x, y, standardError, interval, parameters } of marksOf(figure)[0]!.points) {
      const { usersPerCell: K, targetsPerCell: J } = parameters
      expect(x).toBeCloseTo((2 * K! * communication.mean) / Math.LN2, 12)
      expect(y).toBeCloseTo((2 * J! * sensing.mean) / Math.LN2, 12)
      expect(standardError).toBeCloseTo((2 * J! * sensing.standardError) / Math.LN2, 12)
      expect(interval[1] - y).toBeCloseTo((2 * J! * (sensing.interval[1] - sensing.mean)) / Math.LN2, 12)
      expect(y - interval[0]).toBeCloseTo((2 * J! * (sensing.mean - sensing.interval[0])) / Math.LN2, 12)
    }
  })

  it('shrink under least cluster sizes', async () => {
    const figure = await computeFigure('fig11')
    const corner = (least: number) => curve(figure, `L_th = Q_th = ${least}: time sharing of corners`).points
    for (const least of [1, 2]) {
      expect(corner(least + 1)[0]!.x).toBeLessThan(corner(least)[0]!.x)
      expect(corner(least + 1)[1]!.y).toBeLessThan(corner(least)[1]!.y)
    }
  })

  it('have labels that can be typeset, and say by which rates they are drawn', async () => {
    for (const definition of optimumFigures.filter(({ number }) => number !== null)) {
      const { caption, x, y, series } = await computeFigure(definition, { method: 'paper' })
      for (const label of [
        caption,
        x.label,
        y.label,
        ...series.flatMap(({ member, methodName }) => [member, methodName]),
      ])
        expect(plainText(label), label).not.toMatch(/[$\\{}]/)
      expect(caption).toContain('Theorems 2 and 3')
    }
  })

  it('have regions and marks of the network as it is', async () => {
    const small = regionFigure(
      { id: 'fig10', number: 10, fileName: 'fig10', title: 'small', caption: 'small', paperSays: '' },
      'ase',
      [{ member: '$M_t=4$', network: { transmitAntennas: 4, maxTargetsPerCell: 2 }, varied: {} }],
    )
    const simulation = { fidelity: 'channel', until: { trials: 1000 } } as const
    const figure = await computeFigure(small, { method: 'actual-requests', simulation })
    const all = [...actualRequestsPoints({ network: defineNetwork({ Mt: 4, J_max: 2 }) })]
    const pareto = curve(figure, 'M_t = 4: Pareto points, staircase').points
    expect(pareto.length).toBeGreaterThan(1)
    for (const { x, y } of pareto)
      expect(all.some(({ communication, sensing }) => communication.ase > x && sensing.ase > y)).toBe(false)
    const [marks] = marksOf(figure)
    const hull = curve(figure, 'M_t = 4: convex hull').points
    expect(marks!.points.map(({ parameters }) => parameters)).toEqual(hull.map(({ parameters }) => parameters))
    for (const [i, { y }] of marks!.points.entries()) expect(Math.abs(y / hull[i]!.y - 1)).toBeLessThan(0.2)
    expect(
      marksOf(
        await computeFigure(small, { method: 'actual-requests', simulation: { ...simulation, fidelity: 'gain-law' } }),
      ),
    ).toEqual([])
  })

  it('have rates by either method', () => {
    const network = defineNetwork({})
    expect(optimumRates(network, 'exact').sensing(1, 2).value).toBeCloseTo(1.8808, 4)
    expect(optimumRates(network, 'paper').sensing(1, 2).value / 1.8808).toBeCloseTo(1.092, 3)
    expect(Object.keys(rateMethods)).toEqual(optimumMethods)
    expect(Object.keys(allocationParameters({ ...network }))).toEqual(allocationNames)
  })
})

describe('Figure 12', { timeout: 60_000 }, () => {
  it('has the weighted sum of its own two curves, convex in the weight, between the corners', async () => {
    const figure = await computeFigure('fig12')
    const [sum, communication, sensing] = curvesOf(figure).map(({ points }) => points)
    sum!.forEach(({ x, y }, i) => {
      expect(y).toBeCloseTo(x * communication![i]!.y + (1 - x) * sensing![i]!.y, 9)
      if (i > 1) expect(sum![i]!.y - 2 * sum![i - 1]!.y + sum![i - 2]!.y).toBeGreaterThan(-1e-9)
    })
    expect([sum![0]!.y, sum!.at(-1)!.y].map((value) => value.toFixed(2))).toEqual(['13.31', '16.97'])
  })
})
