import * as z from 'zod/mini'
import { type DocumentOf, number, numberOrNull } from '../../documents/described-schema.js'
import { notApplicable } from '../../documents/methods-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { version } from '../../documents/producer-schema.js'
import { quantities } from '../../documents/quantities-schema.js'
import { biasBound, comparedSampling, elapsedSeconds, trials, until } from '../../documents/simulation-schema.js'

const method = z.union([
  z.strictObject({
    method: z.string(),
    rate: quantities.rate,
    deviation: number('of theorem from simulation, relative to the simulation'),
    zScore: numberOrNull('difference by standard error'),
    verdict: z.enum(['agrees', 'rejected', 'undecided']),
  }),
  z.strictObject({ method: z.string(), notApplicable }),
])

const comparison = z.strictObject({
  simulation: z.strictObject({
    mean: number('of the simulation'),
    standardError: numberOrNull('of the mean'),
    biasBound,
  }),
  methods: z.array(method),
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
