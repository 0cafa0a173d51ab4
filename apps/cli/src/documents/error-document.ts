import { type ErrorCode, errorCodeOf } from '@isacnet/model'

/** An error, for programs. */
interface ErrorDocument {
  /** `null` for what nobody foresaw. */
  readonly code: ErrorCode | null
  readonly message: string
  readonly parameter?: string | undefined
  readonly value?: unknown
  readonly permitted?: string | readonly string[] | undefined
}

/** An error as JSON, where numbers that JSON doesn't have are strings. */
export const errorJson = (error: unknown, message: string): string => {
  const { parameter, value, permitted } = Object(error) as Partial<ErrorDocument>
  const document: ErrorDocument = { code: errorCodeOf(error) ?? null, message, parameter, value, permitted }
  const shown = (_: string, member: unknown): unknown =>
    typeof member === 'bigint' || (typeof member === 'number' && !Number.isFinite(member)) ? String(member) : member
  return `${JSON.stringify(document, shown, 2)}\n`
}
