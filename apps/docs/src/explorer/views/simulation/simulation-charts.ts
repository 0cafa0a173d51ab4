import { fromNats, type InformationUnit, quantityOf, type ServiceDefinition } from '@isacnet/model'
import type { ChartTheme } from '../../../charts/chart-theme.js'
import type { ChartLine, LineChart } from '../../../charts/chart-types.js'
import { simulationConfidence } from '../../state/simulation-end.js'
import type { Expected } from '../../workers/simulation/expected.js'
import { capitalised } from '../capitalised.js'
import { coverageAxes } from '../coverage-axes.js'
import { curveLook } from '../curve-look.js'
import { quantityUnit } from '../quantity-unit.js'
import type { SimulationRecord } from './simulation-record.js'

/** The content of a simulation's charts. */
export interface DrawnSimulation {
  readonly record: SimulationRecord
  /** Left out until it is known. */
  readonly expected?: Expected | undefined
  readonly unit: InformationUnit
}

/** The name of simulated values in legends. */
export const simulatedName = `simulated, with ${100 * simulationConfidence} % intervals`

/** The first number of trials on the axis. */
const from = 100

/** The end of the axis of trials: it moves two or three times for ten times as many. */
const axisEnd = (trials: number): number => {
  const decade = 10 ** Math.floor(Math.log10(Math.max(trials, 10 * from)))
  return [1, 2, 5, 10].map((digit) => digit * decade).find((end) => end >= trials)!
}

/** How the mean rate of a service closes in on what theorems say. The axis shows the interval that is known now. */
export const rateChart = (
  definition: ServiceDefinition,
  { record, expected, unit }: DrawnSimulation,
  theme: ChartTheme,
): LineChart => {
  const { service } = definition
  const window = record.windows[service]
  const trials = record.rates.map((rates) => rates.trials)
  const to = axisEnd(trials.at(-1) ?? 100 * from)
  const theorems = (expected?.rates[service] ?? []).flatMap(({ rate, title, place }): ChartLine[] => {
    if (rate === null) return []
    const { colour, dashes, width } = curveLook(place)
    const y = fromNats(rate, unit)
    const points = [from, ...trials, to].map((x) => ({ x, y }))
    return [{ name: title, colour: theme[colour], dashes, width, marked: false, points }]
  })
  return {
    // The digits of the axis take the place that its name would have.
    title: `${capitalised(quantityOf('rate').title(definition))} (${quantityUnit('rate', unit)})`,
    xLabel: ['trials'],
    yLabel: [],
    xDomain: [from, to],
    xScale: 'logarithmic',
    integerX: false,
    fromZero: false,
    ...(window === undefined ? {} : { yDomain: [fromNats(window.low, unit), fromNats(window.high, unit)] as const }),
    bands: [
      {
        colour: theme.ink,
        points: record.rates.flatMap(({ trials: x, [service]: { interval } }) =>
          interval === undefined ? [] : [{ x, low: fromNats(interval[0], unit), high: fromNats(interval[1], unit) }],
        ),
      },
    ],
    lines: [
      ...theorems,
      {
        name: 'simulated mean',
        colour: theme.ink,
        dashes: [],
        width: 1.8,
        marked: false,
        points: record.rates.map(({ trials: x, [service]: { mean } }) => ({ x, y: fromNats(mean, unit) })),
      },
    ],
    empty: '',
  }
}

/** Every other threshold has a mark. */
const markedEvery = 2

/** P(SIR > θ) as it is simulated by now, on the exact law. */
export const coverageChart = (
  definition: ServiceDefinition,
  { record, expected }: DrawnSimulation,
  theme: ChartTheme,
): LineChart => {
  const { service } = definition
  const simulated = record.last?.[service].coverage ?? []
  const { colour, dashes, width } = curveLook(0)
  return {
    ...coverageAxes(definition),
    yDomain: [0, 1],
    lines: [
      {
        name: 'exact',
        colour: theme[colour],
        dashes,
        width,
        marked: false,
        points: (expected?.coverage[service] ?? []).map(({ thresholdDb: x, coverage: y }) => ({ x, y })),
      },
      {
        name: 'simulated',
        colour: theme.ink,
        dashes: [],
        width: 1,
        marked: false,
        points: simulated.map(({ thresholdDb: x, mean: y }) => ({ x, y })),
      },
    ],
    intervals: [
      {
        name: simulatedName,
        colour: theme.ink,
        points: simulated.flatMap(({ thresholdDb: x, mean: y, interval }, index) =>
          index % markedEvery === 0 ? [{ x, y, low: interval?.[0] ?? y, high: interval?.[1] ?? y }] : [],
        ),
      },
    ],
    empty: '',
  }
}
