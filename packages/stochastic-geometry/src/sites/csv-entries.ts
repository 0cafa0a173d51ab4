import { UnknownNameError } from '@isacnet/model'
import { coordinateNumber, hasDecimalComma, mayBeThousands } from './coordinate-number.js'
import {
  type DelimitedRecords,
  delimitedRecords,
  firstRecords,
  namedSeparator,
  separators,
  withPlainLineEnds,
} from './delimited-text.js'
import { type CoordinateColumns, columnsOf, missingColumn, type SiteColumns } from './site-columns.js'
import { addEntry, leaveOut, noEntries, type SiteEntries } from './site-entries.js'
import { SiteFileError } from './site-file-error.js'

/** A table may begin with a title: its header is among so many records, and characters. */
const HEADING = { records: 20, characters: 50_000 }

/**
 * The sites of a table.
 *
 * @throws {SiteFileError} {UnknownNameError} if it has no header or no such columns, or what stands in them can’t be meant.
 */
export const csvEntries = (text: string, asked: SiteColumns, strict: boolean): SiteEntries => {
  const plain = withPlainLineEnds(text)
  const named = namedSeparator(plain)
  // The line that names the separator stays, as a blank one, so that lines keep their numbers.
  const { records, header, columns } = tableOf(named === undefined ? plain : plain.replace(/^.*/, ''), named, asked)
  const entries = noEntries(columns.unit, 'line', strict)
  const names = records.fields[header]!.map((field) => field.trim())
  if (columns.unit !== 'degrees') refuseThousands(records, header, columns, names)
  for (let i = header + 1; i < records.fields.length; i++) {
    const fields = records.fields[i]!
    const [a, b] = [fields[columns.first] ?? '', fields[columns.second] ?? '']
    const [first, second] = [coordinateNumber(a), coordinateNumber(b)]
    if (Number.isFinite(first) && Number.isFinite(second))
      addEntry(entries, records.lines[i]!, first, second, (fields[columns.name ?? -1] ?? '').trim())
    else if (fields.some((field) => field.trim() !== '')) {
      const [column, written] = Number.isFinite(first) ? [columns.second, b] : [columns.first, a]
      const reason = written.trim() === '' ? 'no-coordinates' : 'not-a-number'
      leaveOut(entries, records.lines[i]!, reason, names[column]!, written.trim(), 'a finite number')
    }
  }
  if (entries.unit === 'metres' && !columns.chosen)
    refuseDegrees(entries, names[columns.first]!, names[columns.second]!)
  return entries
}

interface Table {
  readonly records: DelimitedRecords
  /** Which record is the header. */
  readonly header: number
  readonly columns: CoordinateColumns
}

const tableOf = (content: string, named: string | undefined, asked: SiteColumns): Table => {
  let widest: readonly string[] = []
  const beginning = content.slice(0, HEADING.characters)
  for (const separator of named === undefined ? separators : [named])
    for (const [header, fields] of firstRecords(beginning, separator, HEADING.records).entries()) {
      if (fields.length > widest.length) widest = fields
      const columns = columnsOf(fields, asked)
      if (columns !== undefined) return { records: delimitedRecords(content, separator), header, columns }
    }
  const names = widest.map((name) => name.trim())
  const missing = missingColumn(names, asked)
  if (missing !== undefined && content.trim() !== '') throw new UnknownNameError('column of sites', missing, names)
  throw new SiteFileError(
    'file',
    'the header',
    names.join(', '),
    'a line of names with lat and lon (degrees) or x and y (metres), unless columns chooses others',
  )
}

/** @throws {SiteFileError} if every comma of a column may as well set thousands apart. */
const refuseThousands = (
  { fields, lines }: DelimitedRecords,
  header: number,
  columns: CoordinateColumns,
  names: readonly string[],
): void => {
  for (const column of [columns.first, columns.second]) {
    let doubtful = 0
    for (let i = header + 1; i < fields.length; i++) {
      const written = fields[i]![column] ?? ''
      if (hasDecimalComma(written)) {
        doubtful = 0
        break
      }
      if (doubtful === 0 && mayBeThousands(written)) doubtful = i
    }
    if (doubtful > 0)
      throw new SiteFileError(
        `line ${lines[doubtful]}`,
        names[column]!,
        fields[doubtful]![column]!.trim(),
        'without a comma, which may be a decimal one or set thousands apart',
      )
  }
}

/** @throws {SiteFileError} if numbers that stand for metres can all be degrees. */
const refuseDegrees = ({ first, second, rows }: SiteEntries, x: string, y: string): void => {
  for (let i = 0; i < first.length; i++) if (Math.abs(first[i]!) > 180 || Math.abs(second[i]!) > 90) return
  if (first.length > 0)
    throw new SiteFileError(
      `line ${rows[0]}`,
      `${x} and ${y}`,
      [first[0], second[0]],
      `metres, but all of them can be degrees: choose with columns lon=${x},lat=${y} for degrees, x=${x},y=${y} for metres`,
    )
}
