import * as z from 'zod/mini'
import { type DocumentOf, described, list, number, numberOrNull, text } from '../../documents/described-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { version } from '../../documents/producer-schema.js'
import { confidence, elapsedSeconds, interval, sampling, trials, until } from '../../documents/simulation-schema.js'
import { siteFile } from '../../documents/site-schema.js'

const compared = z.strictObject({
  theorem: number('of a Poisson network of the same density'),
  mean: number('of this deployment, simulated'),
  standardError: numberOrNull('null where there are too few trials'),
  interval: z.nullable(interval),
})

const gap = z.strictObject({
  coverage: number('at which both curves are compared'),
  gapDb: number('by which the SIR of this deployment is better'),
  standardError: numberOrNull('dB; null where there are too few trials'),
})

const service = z.strictObject({
  method: text('of the theorem'),
  rate: described(z.extend(compared, {}), 'R_c or R_s'),
  ase: described(z.extend(compared, {}), 'T_c or T_s, per km²'),
  coverage: list(
    z.strictObject({
      thresholdDb: number('θ'),
      theorem: number('P(SIR > θ) in a Poisson network'),
      probability: number('P(SIR > θ) in this deployment, simulated'),
      standardError: numberOrNull('of the latter'),
      interval: described(z.nullable(interval), 'null where there are too few trials'),
    }),
    'both curves',
  ),
  gaps: list(gap, 'at some coverages, as far as the curves reach them'),
  common: described(
    z.nullable(
      z.strictObject({
        gapDb: number('the gap whose greatest error over the curve is the least'),
        largestError: number('of a probability that is left with it'),
        thresholdDb: number('at which that is'),
      }),
    ),
    'one gap for the whole curve; null where the curve has no point between 0.001 and 0.999',
  ),
  sentence: text('what that means'),
})

const { typical: _, quantities: __, ...settings } = sampling

/** The document of `isacnet compare-deployments --json`. */
export const compareDeploymentsSchema = z.strictObject({
  network,
  unit,
  ...settings,
  siteFile,
  until,
  trials,
  confidence,
  abandonedShare: numberOrNull('of all requests to null in this deployment; null where they aren’t counted'),
  communication: described(z.extend(service, {}), 'users'),
  sensing: described(z.extend(service, {}), 'targets'),
  elapsedSeconds,
  version,
})

export type CompareDeploymentsDocument = DocumentOf<typeof compareDeploymentsSchema>

export type ComparedService = CompareDeploymentsDocument['communication']
