import type { SiteUnit } from './site-columns.js'
import { SiteFileError } from './site-file-error.js'

/** Why a row has no site. */
export type UnreadReason = 'no-coordinates' | 'not-a-number' | 'out-of-range'

/** Rows that were left out for one reason. */
interface UnreadRows {
  readonly reason: UnreadReason
  count: number
  /** The first of them. */
  readonly rows: number[]
  /** Says of the first what is wrong: `latitude must be from -90 to 90 degrees, got 91`. */
  readonly example: SiteFileError
}

/** Coordinates as they stand in a file, and what could not be read. */
export interface SiteEntries {
  readonly unit: SiteUnit
  /** Whether rows are lines of a table or features. */
  readonly rowKind: 'line' | 'feature'
  readonly first: number[]
  readonly second: number[]
  readonly rows: number[]
  readonly names: string[]
  readonly unread: Map<UnreadReason, UnreadRows>
  readonly strict: boolean
}

/** Rows that notices name. */
export const ROWS_NAMED = 5

export const noEntries = (unit: SiteUnit, rowKind: SiteEntries['rowKind'], strict: boolean): SiteEntries => ({
  unit,
  rowKind,
  first: [],
  second: [],
  rows: [],
  names: [],
  unread: new Map(),
  strict,
})

/** No country’s grid has larger coordinates, in metres. */
const FURTHEST_METRES = 1e8

/** Adds a site, unless it can’t be where it is said to be. */
export const addEntry = (entries: SiteEntries, row: number, first: number, second: number, name: string): void => {
  const fault = entries.unit === 'degrees' ? faultOfDegrees(first, second) : faultOfGrid(first, second, entries.unit)
  if (fault !== undefined) leaveOut(entries, row, 'out-of-range', ...fault)
  else {
    entries.first.push(first)
    entries.second.push(second)
    entries.rows.push(row)
    entries.names.push(name)
  }
}

/** The thing that is wrong, its value, and the values that are permitted. */
type Fault = readonly [what: string, value: unknown, permitted: string] | undefined

const faultOfDegrees = (longitude: number, latitude: number): Fault => {
  if (!(Math.abs(longitude) <= 180)) return ['longitude', longitude, 'from -180 to 180 degrees']
  if (Math.abs(latitude) <= 90) return undefined
  const swapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180 ? ' (swapped with the longitude?)' : ''
  return ['latitude', latitude, `from -90 to 90 degrees${swapped}`]
}

const faultOfGrid = (x: number, y: number, unit: SiteUnit): Fault => {
  const most = unit === 'metres' ? FURTHEST_METRES : FURTHEST_METRES / 1000
  if (!(Math.abs(x) <= most)) return ['x', x, `within ±${most} ${unit}`]
  if (!(Math.abs(y) <= most)) return ['y', y, `within ±${most} ${unit}`]
  return undefined
}

/** @throws {SiteFileError} if nothing may be left out. */
export const leaveOut = (
  { unread, rowKind, strict }: SiteEntries,
  row: number,
  reason: UnreadReason,
  what: string,
  value: unknown,
  permitted: string,
): void => {
  const known = unread.get(reason)
  if (known === undefined) {
    const example = new SiteFileError(`${rowKind} ${row}`, what, value, permitted)
    if (strict) throw example
    unread.set(reason, { reason, count: 1, rows: [row], example })
    return
  }
  known.count += 1
  if (known.rows.length < ROWS_NAMED) known.rows.push(row)
}
