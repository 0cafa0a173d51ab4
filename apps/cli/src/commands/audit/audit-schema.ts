import { claims, verdicts } from '@isacnet/audit'
import * as z from 'zod/mini'
import {
  count,
  type DocumentOf,
  described,
  list,
  number,
  numberOrNull,
  text,
} from '../../documents/described-schema.js'
import { producer } from '../../documents/producer-schema.js'
import { confidence, interval, seed, trials } from '../../documents/simulation-schema.js'
import { firstToLast } from '../../terminal/help-text.js'

const verdict = z.enum(verdicts)

const evidence = z.strictObject({
  quantity: z.string(),
  unit: z.string(),
  theory: z.nullable(z.strictObject({ method: z.string(), value: z.number() })),
  simulation: z.nullable(
    z.strictObject({
      sampled: z.string(),
      mean: z.number(),
      standardError: z.number(),
      interval,
      confidence,
      trials,
    }),
  ),
  agrees: described(z.nullable(z.boolean()), 'theory and simulation'),
})

const check = z.strictObject({
  statement: text('that is checked'),
  measure: text('what the deviation is'),
  deviation: numberOrNull('by which the verdict is made; null where it is infinite'),
  thresholds: z.strictObject({
    holds: number('largest deviation with which it holds'),
    approximately: number('largest with which it holds approximately'),
    reason: text('for the thresholds'),
  }),
  verdict,
  finding: text('in words'),
  evidence: z.array(evidence),
})

/** The document of `isacnet audit --json`. */
export const auditSchema = z.strictObject({
  format: z.literal('isacnet-audit'),
  formatVersion: z.literal(2),
  isacnet: producer,
  simulation: z.strictObject({ seed, trials: count('of each simulation, at least') }),
  summary: described(z.record(verdict, z.int()), 'claims by verdict'),
  claims: z.array(
    z.strictObject({
      id: text(firstToLast(claims)),
      title: text('in a line'),
      statement: text('what the paper says'),
      source: text('where the paper says so'),
      parameters: text('at which it is examined'),
      figure: described(z.nullable(z.string()), 'that shows it'),
      verdict,
      decidedBy: text('the reading that the verdict is of'),
      explanation: text('what was found'),
      methods: list(z.string(), 'by which values were computed'),
      waysAgree: described(z.nullable(z.boolean()), 'theorem and simulation; null where there is one way only'),
      readings: z.array(z.strictObject({ name: text('of the reading'), verdict, checks: z.array(check) })),
    }),
  ),
})

/** The audit as the command prints it. */
export type PrintedAudit = DocumentOf<typeof auditSchema>
