import { csvFormatRow } from 'd3-dsv'

/**
 * Rows as CSV (RFC 4180: lines end with CRLF, fields are quoted where they must be), numbers in full precision, nothing where there is no value.
 *
 * Fields are quoted by `d3-dsv`, which comes with Observable Plot anyway. Sites are not read by it: its parser takes a quote that is never
 * closed for the end of the file, and knows no lines, which a message about a faulty file needs.
 *
 * @example
 * csvText([['x', 'label'], [0.1, 'one, two']]) // 'x,label\r\n0.1,"one, two"\r\n'
 */
export const csvText = (rows: readonly (readonly (string | number | boolean | null | undefined)[])[]): string =>
  rows.map((row) => `${csvFormatRow(row.map((value) => String(value ?? '')))}\r\n`).join('')
