import { type ErrorCode, errorCodes } from '@isacnet/model'
import * as z from 'zod/mini'
import { type DocumentOf, described, text } from './described-schema.js'

/** The document that every command prints with `--json` when it fails. */
export const errorSchema = z.strictObject({
  code: described(
    z.nullable(z.enum(Object.keys(errorCodes) as ErrorCode[])),
    'the same in all versions; null for what nobody foresaw',
  ),
  message: text('one line'),
  parameter: z.optional(text('code name or flag of what has a value that it may not have')),
  value: z.optional(described(z.unknown(), 'that was given')),
  permitted: z.optional(
    described(z.union([z.string(), z.array(z.string())]), 'values in words, or the list of permitted names'),
  ),
})

export type ErrorDocument = DocumentOf<typeof errorSchema>
