import { IsacnetError } from '@isacnet/model'

/** Where in a text something stands: line and column from 1, in characters. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
}

/** A scenario can't be meant as it is written. The message is one line: `file:line:column: what is wrong`. */
export class ScenarioError extends IsacnetError {
  override readonly name = 'ScenarioError'
  override readonly code = 'scenario'
  readonly fileName: string
  readonly line: number
  readonly column: number
  /** The fault, the value, and the permitted values. */
  readonly reason: string

  constructor(fileName: string, { line, column }: SourcePosition, reason: string) {
    const shown = printable(reason)
    super(`${fileName}:${line}:${column}: ${shown}`)
    this.fileName = fileName
    this.line = line
    this.column = column
    this.reason = shown
  }
}

/** Replaces characters that a terminal would obey by escapes, which it shows. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16)
    return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\u{${code}}`
  })
