import * as z from 'zod/mini'
import { count, type DocumentOf, described, list, text } from '../../documents/described-schema.js'

/** The document of `isacnet sweep --json` and `isacnet merge --json`. */
export const studyResultsSchema = z.strictObject({
  title: text('of the scenario'),
  out: text('directory of the results'),
  shard: described(
    z.nullable(z.strictObject({ index: count('from 1'), count: count('of all shards') })),
    'which part of the study, or null for all of it',
  ),
  points: count('of the sweep'),
  results: count('rows of the table'),
  statuses: described(z.record(z.string(), z.int()), 'rows by status: ok, not-applicable, infeasible, failed'),
  trials: count('of all simulations'),
  tasks: count('computations that the study asks for'),
  computed: count('of them computed in this run'),
  files: list(z.string(), 'paths of what was written'),
})

export type StudyResultsDocument = DocumentOf<typeof studyResultsSchema>
