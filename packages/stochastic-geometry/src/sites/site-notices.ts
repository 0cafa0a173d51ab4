import type { PointPattern } from '../geometry/point-pattern.js'
import { ROWS_NAMED, type SiteEntries, type UnreadReason } from './site-entries.js'

/** Something about a file that one ought to know before one relies on its sites. */
export interface SiteNotice {
  /** Rows left out, sites at one place, or sites that stand where hardly any network has them. */
  readonly kind: 'left-out' | 'duplicates' | 'extent'
  /** Why rows were left out. */
  readonly reason?: UnreadReason
  /** How many rows it is about. */
  readonly count: number
  /** The first of them: lines of a table or features, counting from 1. */
  readonly rows: readonly number[]
  /** One line that says it. */
  readonly message: string
}

/** Returns all that is to be said about sites, in km, of a file. */
export const siteNotices = (entries: SiteEntries, sites: PointPattern): readonly SiteNotice[] => [
  ...leftOut(entries),
  ...duplicates(entries),
  ...outliers(entries, sites),
  ...swappedCloud(entries, sites),
]

const leftOut = ({ unread, rows, rowKind }: SiteEntries): readonly SiteNotice[] => {
  const all = [...unread.values()].reduce((sum, { count }) => sum + count, rows.length)
  return [...unread.values()].map(({ reason, count, rows: first, example }) => {
    const others = count > 1 ? `; ${named(rowKind, first.slice(1), count - 1)} likewise` : ''
    return {
      kind: 'left-out',
      reason,
      count,
      rows: first,
      message: `${count} of ${all} rows left out: ${example.message}${others}`,
    }
  })
}

const duplicates = ({ first, second, rows, rowKind }: SiteEntries): readonly SiteNotice[] => {
  // Of each first coordinate the second ones.
  const places = new Map<number, Set<number>>()
  let count = 0
  const found: number[] = []
  for (let i = 0; i < first.length; i++) {
    const seconds = places.get(first[i]!)
    if (seconds === undefined) places.set(first[i]!, new Set([second[i]!]))
    else if (!seconds.has(second[i]!)) seconds.add(second[i]!)
    else {
      count += 1
      if (found.length < ROWS_NAMED) found.push(rows[i]!)
    }
  }
  if (count === 0) return []
  const message =
    `${count} of ${first.length} sites stand where another does (${named(rowKind, found, count)}): the first of a place has the cell, ` +
    'the others serve nobody; if they are sectors of one site, keep one row of each'
  return [{ kind: 'duplicates', count, rows: found, message }]
}

/** A site this much farther from the middle than half of all is hardly of the same network, if it is this far, in km. */
const FAR = { times: 20, atLeast: 100 }

const outliers = ({ rows, rowKind }: SiteEntries, { x, y }: PointPattern): readonly SiteNotice[] => {
  if (x.length < 3) return []
  const [mx, my] = [median(x), median(y)]
  const distances = x.map((px, i) => Math.hypot(px - mx, y[i]! - my))
  const middle = median(distances)
  const limit = Math.max(FAR.atLeast, FAR.times * middle)
  let count = 0
  const found: number[] = []
  for (let i = 0; i < distances.length; i++) {
    if (distances[i]! <= limit) continue
    count += 1
    if (found.length < ROWS_NAMED) found.push(rows[i]!)
  }
  if (count === 0) return []
  const message =
    `${count} of ${x.length} sites are more than ${kilometres(limit)} from the middle of all (${named(rowKind, found, count)}), ` +
    `half of which are within ${kilometres(middle)}: are their coordinates right, and in the same order?`
  return [{ kind: 'extent', count, rows: found, message }]
}

/** So much wider than high, or higher than wide, while it would be hardly so the other way round. */
const SWAPPED = { sites: 10, stretched: 2.5, round: 1.25 }

/** Longitudes and latitudes that may have changed places: degrees of longitude shrink towards the poles, so a round city is stretched. */
const swappedCloud = (entries: SiteEntries, { x, y }: PointPattern): readonly SiteNotice[] => {
  const { unit, first, second, rows } = entries
  if (unit !== 'degrees' || first.length < SWAPPED.sites || first.some((longitude) => Math.abs(longitude) > 90))
    return []
  const stretched = elongation(deviation(x), deviation(y))
  const latitude = (first.reduce((sum, value) => sum + value, 0) / first.length / 180) * Math.PI
  const round = elongation(deviation(second) * Math.cos(latitude), deviation(first))
  if (!(stretched >= SWAPPED.stretched && round <= SWAPPED.round)) return []
  const message =
    `the sites are spread ${stretched.toFixed(1)} times as far in one direction as in the other, and would be ${round.toFixed(1)} times ` +
    'if longitude and latitude were swapped: are they in the right order?'
  return [{ kind: 'extent', count: first.length, rows: rows.slice(0, ROWS_NAMED), message }]
}

const elongation = (a: number, b: number): number => (a === b ? 1 : Math.max(a, b) / Math.min(a, b))

const median = (values: Float64Array): number => values.toSorted()[values.length >> 1]!

const deviation = (values: ArrayLike<number>): number => {
  let [mean, squares] = [0, 0]
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2 / values.length
  return Math.sqrt(squares)
}

const kilometres = (distance: number): string =>
  distance >= 1 ? `${Number(distance.toPrecision(3))} km` : `${Number((1000 * distance).toPrecision(3))} m`

/** `lines 3, 5 and 8 more`. */
const named = (rowKind: string, rows: readonly number[], count: number): string => {
  const more = count > rows.length ? ` and ${count - rows.length} more` : ''
  return `${rowKind}${count > 1 ? 's' : ''} ${rows.join(', ')}${more}`
}
