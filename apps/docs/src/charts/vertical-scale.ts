import { nice } from 'd3-array'
import type { LineChart } from './chart-types.js'
import { axisScale, powersOfTen, roundValues, type Scale } from './scale.js'

/** The vertical scale of a chart, over all that it shows. */
export const verticalScale = (chart: LineChart, range: readonly [number, number]): Scale =>
  chart.yScale === 'logarithmic'
    ? axisScale('logarithmic', logarithmicDomain(chart), range)
    : axisScale('linear', chart.yDomain ?? nice(...linearDomain(chart), 5), range)

/** Where lines and digits of the vertical axis stand. */
export const verticalTicks = (chart: LineChart, { domain }: Scale): number[] => {
  if (chart.yScale !== 'logarithmic') return roundValues(domain, 5)
  const [low, high] = domain
  const decades = Math.log10(high / low)
  // A logarithm that can hardly be told from a line has the ticks of a line.
  if (decades < 0.7) return roundValues(domain, 5)
  const digits = decades < 1.2 ? [1, 2, 3, 5, 7] : decades < 3 ? [1, 2, 5] : [1]
  const step = Math.max(1, Math.ceil(decades / 7))
  return powersOfTen(low, high)
    .filter((power) => Math.round(Math.log10(power)) % step === 0)
    .flatMap((power) => digits.map((digit) => digit * power))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
}

const valuesOf = (chart: LineChart): number[] =>
  [
    ...chart.lines.flatMap(({ points }) => points.map(({ y }) => y)),
    ...(chart.bands ?? []).flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
    ...(chart.intervals ?? []).flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
  ].filter(Number.isFinite)

const linearDomain = (chart: LineChart): [number, number] => {
  const values = valuesOf(chart)
  if (values.length === 0) return [0, 1]
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  if (chart.fromZero && chart.upTo !== undefined && greatest <= chart.upTo) return [0, chart.upTo]
  if (chart.fromZero) return [0, greatest > 0 ? 1.04 * greatest : 1]
  const room = 0.08 * (greatest - least) || 0.05 * Math.abs(greatest) || 1
  return [least - room, greatest + room]
}

/** The positive values' domain, of at most twelve decades: more can't be read. */
const logarithmicDomain = (chart: LineChart): [number, number] => {
  const values = valuesOf(chart).filter((value) => value > 0)
  if (values.length === 0) return [0.1, 1]
  const greatest = Math.max(...values)
  const least = Math.max(Math.min(...values), greatest * 1e-12)
  const room = (greatest / least) ** 0.04 * 1.02
  return [least / room, greatest * room]
}
