import * as z from 'zod/mini'
import { type DocumentOf, described, list, text } from '../../documents/described-schema.js'

/** The document of `isacnet parameters --json`. */
export const parametersSchema = z.array(
  z.strictObject({
    name: text('code name'),
    symbol: text('of the paper'),
    aliases: list(z.string(), 'that --set takes as well'),
    meaning: z.string(),
    unit: z.string(),
    permitted: text('values'),
    default: described(z.union([z.number(), z.literal('inf')]), 'of the paper; inf is infinite'),
  }),
)

export type ParametersDocument = DocumentOf<typeof parametersSchema>
