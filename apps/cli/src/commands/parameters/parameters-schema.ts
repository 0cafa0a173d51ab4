import * as z from 'zod/mini'
import { type DocumentOf, list, number, text } from '../../documents/described-schema.js'

/** The document of `isacnet parameters --json`. */
export const parametersSchema = z.array(
  z.strictObject({
    name: text('code name'),
    symbol: text('of the paper'),
    aliases: list(z.string(), 'that --set takes as well'),
    meaning: z.string(),
    unit: z.string(),
    permitted: text('values'),
    default: number('of the paper'),
  }),
)

export type ParametersDocument = DocumentOf<typeof parametersSchema>
