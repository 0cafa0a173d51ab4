import Papa from 'papaparse'
import { SiteFileError } from './site-file-error.js'

/** The records of a delimited file. */
export interface DelimitedRecords {
  readonly fields: readonly (readonly string[])[]
  /** The line on which each record begins, counting from 1. */
  readonly lines: Int32Array
}

/** Characters that separate fields, the rarest in texts first. */
export const separators: readonly string[] = ['\t', ';', '|', ',']

/** The text with `\n` for whatever ends its lines, without a byte order mark. */
export const withPlainLineEnds = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** The separator that a first line `sep=;` names, as spreadsheets write and read it. */
export const namedSeparator = (text: string): string | undefined => /^"?sep=(.)"?[ \t]*(?:\n|$)/i.exec(text)?.[1]

/** The fields of the first records of a text, whatever is wrong with them. */
export const firstRecords = (text: string, separator: string, count: number): readonly (readonly string[])[] =>
  Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', preview: count }).data

/**
 * The records of a CSV file (RFC 4180), those of blank lines included. Fields may be quoted and then hold separators, line breaks and
 * doubled quotes.
 *
 * @param text - with plain line ends.
 * @throws {SiteFileError} for a quote that is not closed, or text after a closing one.
 */
export const delimitedRecords = (text: string, separator: string): DelimitedRecords => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' })
  const quoted = text.includes('"')
  const lines = new Int32Array(data.length)
  let line = 1
  for (const [i, fields] of data.entries()) {
    lines[i] = line
    line += 1
    // Only quoted fields hold line breaks.
    if (quoted) for (const field of fields) if (field.includes('\n')) line += field.split('\n').length - 1
  }
  const [error] = errors.filter(({ type }) => type === 'Quotes')
  if (error !== undefined) {
    const row = Math.min(error.row ?? 0, data.length - 1)
    const permitted =
      error.code === 'MissingQuotes' ? 'closed by a quote' : 'followed by a separator or the end of its line'
    throw new SiteFileError(`line ${lines[row]}`, 'a quoted field', data[row]!.join(separator), permitted)
  }
  return { fields: data, lines }
}
