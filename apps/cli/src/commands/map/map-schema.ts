import * as z from 'zod/mini'
import { type DocumentOf, text } from '../../documents/described-schema.js'
import { simulateSchema } from '../simulate/simulate-schema.js'

/** The document of `isacnet map --json`: that of the simulation, with all sites, and what the map shows. */
export const mapSchema = z.extend(simulateSchema, {
  quantity: text('that the colours show'),
  service: z.enum(['communication', 'sensing']),
})

export type MapDocument = DocumentOf<typeof mapSchema>
