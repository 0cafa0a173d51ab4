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
import { coordinates } from './coordinates-schema.js'

const value = z.union([z.number(), z.string()])

/** The document of `isacnet diff --json`. */
export const diffSchema = z.strictObject({
  a: text('directory'),
  b: text('directory'),
  significance: number('probability that anything is called changed if nothing is'),
  compared: count('values'),
  identical: count('values with the same bits'),
  changed: list(
    z.strictObject({
      computation: text('its name'),
      coordinates,
      quantity: text('such as communicationRate'),
      values: described(z.tuple([value, value]), 'of a and b'),
      zScore: numberOrNull('of simulated values'),
    }),
    'values that differ by more than their errors',
  ),
  onlyInA: count('results without a counterpart'),
  onlyInB: count('results without a counterpart'),
  configuration: list(
    z.strictObject({
      kind: z.enum(['configuration', 'version', 'seed']),
      member: text('of the manifest'),
      a: z.unknown(),
      b: z.unknown(),
    }),
    'what else differs',
  ),
})

export type DiffDocument = DocumentOf<typeof diffSchema>
