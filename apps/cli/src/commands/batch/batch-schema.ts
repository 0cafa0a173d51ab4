import * as z from 'zod/mini'
import { type DocumentOf, described } from '../../documents/described-schema.js'
import { errorSchema } from '../../documents/error-schema.js'

const line = described(z.number(), 'of the request, from 1')
const id = z.optional(described(z.unknown(), 'that of the request'))

/** A line that `isacnet batch` prints. */
export const batchSchema = z.union([
  z.strictObject({
    line,
    id,
    ok: z.literal(true),
    result: described(z.unknown(), 'the document that the command prints with --json'),
    notices: described(z.array(z.string()), 'what the command says on stderr'),
  }),
  z.strictObject({ line, id, ok: z.literal(false), error: errorSchema }),
])

export type BatchAnswer = DocumentOf<typeof batchSchema>
