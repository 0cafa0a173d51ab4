import type { ServiceDefinition } from '@isacnet/model'
import type { ChartTheme } from '../../../charts/chart-theme.js'
import type { LineChart } from '../../../charts/chart-types.js'
import type { CoverageCurve } from '../../workers/distribution/distribution.js'
import { coverageAxes } from '../coverage-axes.js'
import { curveLook } from '../curve-look.js'

/**
 * P(SIR > θ) of a service by each method that is shown.
 *
 * @param threshold - in dB, where the table reads it.
 */
export const lawChart = (
  definition: ServiceDefinition,
  curves: readonly CoverageCurve[],
  threshold: number,
  theme: ChartTheme,
): LineChart => ({
  ...coverageAxes(definition),
  lines: curves
    .filter((curve) => curve.service === definition.service)
    .map(({ title, place, points }) => {
      const { colour, dashes, width } = curveLook(place)
      return { name: title, colour: theme[colour], dashes, width, marked: false, points }
    }),
  rule: threshold,
  empty: 'No law of the SIR: see below why, or switch on another method.',
})
