import * as z from 'zod/mini'
import { comparedQuantities } from '../../documents/chosen-quantities-schema.js'
import { type DocumentOf, number, numberOrNull } from '../../documents/described-schema.js'
import { notApplicable } from '../../documents/methods-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { version } from '../../documents/producer-schema.js'
import { rateQuantities } from '../../documents/quantities-schema.js'
import { biasBound, comparedSampling, elapsedSeconds, trials, until } from '../../documents/simulation-schema.js'

const judged = {
  deviation: number('of theorem from simulation, relative to the simulation'),
  zScore: numberOrNull('difference by standard error'),
  verdict: z.enum(['agrees', 'rejected', 'undecided']),
}

const none = z.strictObject({ method: z.string(), notApplicable })

const mean = { mean: number('of the simulation'), standardError: numberOrNull('of the mean') }

const comparison = z.strictObject({
  simulation: z.strictObject({ ...mean, biasBound }),
  methods: z.array(z.union([z.strictObject({ method: z.string(), rate: rateQuantities.rate, ...judged }), none])),
  quantities: comparedQuantities(judged),
})

/** The document of `isacnet validate --json`. */
export const validateSchema = z.strictObject({
  network,
  unit,
  ...comparedSampling,
  significance: number('probability of rejecting a true rate, two-sided'),
  until,
  trials,
  communication: comparison,
  sensing: comparison,
  elapsedSeconds,
  version,
})

export type ValidateDocument = DocumentOf<typeof validateSchema>
