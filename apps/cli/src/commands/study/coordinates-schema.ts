import * as z from 'zod/mini'
import { described } from '../../documents/described-schema.js'

/** Where in a sweep something is. */
export const coordinates = described(
  z.record(z.string(), z.number()),
  'of the swept quantities, in the units of their axes',
)
