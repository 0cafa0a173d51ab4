import { communicationRate, sensingRate } from '@isacnet/analysis'
import { curvesOf, type FigureCurve, type FigureData } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { computeFigure } from './compute-figure.js'

const curve = (figure: FigureData, name: string): FigureCurve => {
  const found = curvesOf(figure).find((series) => series.name === name)
  if (found === undefined)
    throw new Error(`no ‘${name}’ among ${figure.series.map((series) => series.name).join('; ')}`)
  return found
}

const at = (series: FigureCurve, x: number): number | undefined => series.points.find((point) => point.x === x)?.y

describe('a computed figure', () => {
  it('holds the area spectral efficiencies of the theorems', async () => {
    const figure = await computeFigure('fig5')
    const network = defineNetwork({ K: 6, J: 10 })
    const communication = 6 * communicationRate(network).value
    const sensing = 10 * sensingRate(network).value
    expect(at(curve(figure, 'T_c, M_t = 20: exact'), 6)).toBe(communication)
    expect(at(curve(figure, 'T_sum, M_t = 20: exact'), 6)).toBe(communication + sensing)
    expect(at(curve(figure, 'T_c, M_t = 20: T_c by Theorem 2'), 6)).toBe(
      6 * communicationRate(network, { method: 'theorem-2' }).value,
    )
    expect(figure.y.unit).toBe('nat/s/Hz/km²')
    const { errorEstimate } = curve(figure, 'T_c, M_t = 20: exact').points.find(({ x }) => x === 6)!
    expect(errorEstimate).toBe(6 * communicationRate(network).errorEstimate)
  })

  it('leaves out points for which there are too few antennas', async () => {
    const figure = await computeFigure('fig6')
    const users = (L: number): number[] => curve(figure, `L = ${L}: exact`).points.map(({ x }) => x)
    expect([1, 2, 3, 4, 5].map((L) => users(L).at(-1))).toEqual([20, 10, 6, 5, 4])
  })

  it('names the parameters that vary and keeps the rest', async () => {
    const figure = await computeFigure('fig8')
    expect(figure.varied).toEqual(['transmitAntennas', 'targetsPerCell', 'sensingClusterSize'])
    expect(figure.parameters).toMatchObject({ usersPerCell: 1, communicationClusterSize: 1, pathLossExponent: 4 })
    expect(figure.parameters).not.toHaveProperty('targetsPerCell')
    expect(curve(figure, 'T_s, M_t = 40: exact').points[13]?.parameters).toEqual({
      transmitAntennas: 40,
      targetsPerCell: 3,
      sensingClusterSize: 14,
    })
  })

  it('sweeps the matched-filter gain in decibels', async () => {
    const figure = await computeFigure('fig7')
    const series = curve(figure, 'with the hole (exact)')
    expect(at(series, 10)).toBe(sensingRate(defineNetwork({ deltaT: 10 })).value)
    expect(series.points.every(({ x, y }) => y > (at(curve(figure, 'hole ignored'), x) ?? Infinity))).toBe(true)
  })

  it('gives the same in bits', async () => {
    const nats = await computeFigure('fig7')
    const bits = await computeFigure('fig7', { unit: 'bits' })
    expect(bits.y.unit).toBe('bit/s/Hz')
    for (const [s, series] of curvesOf(bits).entries())
      for (const [p, point] of series.points.entries()) {
        const inNats = curvesOf(nats)[s]!.points[p]!
        expect(point.y).toBeCloseTo(inNats.y / Math.LN2, 12)
        expect(point.errorEstimate).toBeCloseTo(inNats.errorEstimate / Math.LN2, 20)
      }
  })

  it('is the same every time', async () => {
    expect(await computeFigure('fig4')).toEqual(await computeFigure('fig4'))
  })

  it('rings the greatest value', async () => {
    const series = curve(await computeFigure('fig6'), 'L = 1: exact')
    expect(series.points[series.maximum ?? -1]?.y).toBe(Math.max(...series.points.map(({ y }) => y)))
  })

  it('tells how far it is, and stops when told', async () => {
    const seen: string[] = []
    await expect(
      computeFigure('fig7', {
        afterEachPoint: (done, total) => {
          seen.push(`${done}/${total}`)
          if (done === 3) throw new Error('enough')
        },
      }),
    ).rejects.toThrow('enough')
    expect(seen).toEqual(['1/34', '2/34', '3/34'])
  })
})
