import * as z from 'zod/mini'
import { type DocumentOf, text } from '../../documents/described-schema.js'

/** The document of `isacnet init --json`. */
export const initSchema = z.strictObject({ file: text('that was written') })

export type InitDocument = DocumentOf<typeof initSchema>
