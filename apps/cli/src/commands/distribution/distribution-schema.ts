import * as z from 'zod/mini'
import { type DocumentOf, described, list, number, numberOrNull, text } from '../../documents/described-schema.js'
import { communicationMethod, notApplicable, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { version } from '../../documents/producer-schema.js'
import { confidence, elapsedSeconds, interval, sampling, trials, until } from '../../documents/simulation-schema.js'

const thresholdDb = number('θ')
const errorEstimate = number('numerical, absolute')

const estimated = {
  standardError: numberOrNull('null where there are too few trials'),
  interval: described(z.nullable(interval), 'null where there are too few trials'),
}

const law = {
  coverage: list(
    z.strictObject({ thresholdDb, probability: number('P(SIR > θ)'), errorEstimate }),
    'complementary distribution function of the SIR',
  ),
  percentiles: list(
    z.strictObject({
      percentile: number('share of the receivers, in %, that don’t reach the values'),
      sirDb: number('SIR'),
      rate: number('ln(1 + SIR), in the unit'),
    }),
    'values that a share of the receivers don’t reach',
  ),
  meta: list(
    z.union([
      z.strictObject({
        thresholdDb,
        mean: number('of the success probability of a receiver, given where the base stations are'),
        secondMoment: number('of it'),
        variance: number('of it'),
      }),
      z.strictObject({ thresholdDb, notApplicable }),
    ]),
    'moments of the meta distribution',
  ),
  notApplicable: z.exactOptional(text('why the law can’t be computed, if it can’t; the rest is then empty')),
  simulated: z.exactOptional(
    described(
      z.strictObject({
        coverage: z.array(z.strictObject({ thresholdDb, probability: number('P(SIR > θ)'), ...estimated })),
        percentiles: z.array(
          z.strictObject({
            percentile: number('in %'),
            sirDb: number('SIR'),
            sirDbInterval: described(z.nullable(interval), 'null where there are too few trials'),
            rate: number('ln(1 + SIR), in the unit'),
            ...estimated,
          }),
        ),
      }),
      'the same by the simulation, if there is one',
    ),
  ),
}

const bound = z.nullable(
  z.strictObject({ median: number('half of the targets have no more'), percentile95: number('95 % have no more') }),
)

const sensing = {
  detection: list(
    z.strictObject({ falseAlarm: number('probability'), probability: number('of detection, mean'), errorEstimate }),
    'of a Swerling 1 target',
  ),
  angleError: described(
    z.nullable(z.strictObject({ medianDegrees: number('median'), percentile95Degrees: number('95 % have no more') })),
    'root of the Cramér–Rao bound of the angle at broadside; null where one antenna receives',
  ),
  rangeError: described(bound, 'root of the Cramér–Rao bound of the range in m; null where no bandwidth is known'),
}

/** The document of `isacnet distribution --json`. */
export const distributionSchema = z.strictObject({
  network,
  unit,
  communication: z.exactOptional(
    described(z.strictObject({ method: communicationMethod, ...law }), 'of the typical user, if it is asked for'),
  ),
  sensing: z.exactOptional(
    described(
      z.strictObject({ method: sensingMethod, sensingClusters, ...law, ...sensing }),
      'of the typical target, if it is asked for',
    ),
  ),
  simulation: z.exactOptional(
    described(
      z.strictObject({ ...sampling, until, trials, confidence, elapsedSeconds, ended: text('how it ended') }),
      'what was simulated, if something was',
    ),
  ),
  version,
})

export type DistributionDocument = DocumentOf<typeof distributionSchema>
