import { errorCodeOf } from '@isacnet/model'
import type { ErrorDocument } from './error-schema.js'

/** An error as JSON, where numbers that JSON doesn't have are strings. */
export const errorJson = (error: unknown, message: string): string => {
  const { parameter, value, permitted } = Object(error) as Partial<ErrorDocument>
  const document: ErrorDocument = { code: errorCodeOf(error) ?? null, message, parameter, value, permitted }
  const shown = (_: string, member: unknown): unknown =>
    typeof member === 'bigint' || (typeof member === 'number' && !Number.isFinite(member)) ? String(member) : member
  return `${JSON.stringify(document, shown, 2)}\n`
}
