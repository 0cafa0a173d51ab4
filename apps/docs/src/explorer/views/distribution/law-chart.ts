import type { ServiceDefinition } from '@isacnet/model'
import type { ChartTheme } from '../../../charts/chart-theme.js'
import type { LineChart } from '../../../charts/chart-types.js'
import type { CoverageCurve } from '../../workers/distribution.js'
import { curveLook } from '../curve-look.js'

/**
 * P(SIR > θ) of a service by each method that is shown.
 *
 * @param threshold - in dB, where the table reads it.
 */
export const lawChart = (
  { service, receiver }: ServiceDefinition,
  curves: readonly CoverageCurve[],
  threshold: number,
  theme: ChartTheme,
): LineChart => ({
  title: `Coverage of a ${receiver}`,
  xLabel: ['threshold θ (dB)'],
  yLabel: ['P(SIR > θ)'],
  xDomain: [-20, 40],
  xScale: 'linear',
  integerX: false,
  fromZero: true,
  upTo: 1,
  lines: curves
    .filter((curve) => curve.service === service)
    .map(({ title, place, points }) => {
      const { colour, dashes, width } = curveLook(place)
      return { name: title, colour: theme[colour], dashes, width, marked: false, points }
    }),
  rule: threshold,
  empty: 'No law of the SIR: see below why, or switch on another method.',
})
