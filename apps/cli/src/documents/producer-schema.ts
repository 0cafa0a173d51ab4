import * as z from 'zod/mini'
import { described, text } from './described-schema.js'

export const version = text('of isacnet')

/** The program that a document is from. */
export const producer = z.strictObject({
  version,
  commit: described(z.nullable(z.string()), 'that was built, where it is known'),
})
