import { SiteFileError } from './site-file-error.js'

/** The unit of coordinates in a file. */
export type SiteUnit = 'metres' | 'kilometres' | 'degrees'

/** Which columns of a table hold what, by their names in its header. Either `lat` and `lon` or `x` and `y` are given. */
export interface SiteColumns {
  readonly lat?: string
  readonly lon?: string
  readonly x?: string
  readonly y?: string
  /** Names or numbers of sites. */
  readonly name?: string
}

/** Where coordinates stand in a table. */
export interface CoordinateColumns {
  readonly unit: SiteUnit
  /** The columns of x or longitude, and of y or latitude. */
  readonly first: number
  readonly second: number
  readonly name: number | undefined
  /** Whether somebody named them, or they were recognised. */
  readonly chosen: boolean
}

type Axis = 'lat' | 'lon' | 'x' | 'y'

/** Names of columns in registers of several languages, in lower case, without accents and without what is between words. */
const axisNames: Readonly<Record<Axis, readonly string[]>> = {
  lat: [
    'lat',
    'latitude',
    'latitud',
    'latitudine',
    'latitudes',
    'breite',
    'breitengrad',
    'breedtegraad',
    'bredd',
    'bredde',
  ],
  lon: [
    'lon',
    'long',
    'lng',
    'longitude',
    'longitud',
    'longitudine',
    'longitudes',
    'lange',
    'laenge',
    'langengrad',
  ].concat(['laengengrad', 'lengtegraad', 'langd', 'lengde', 'laengde']),
  x: ['x', 'easting', 'eastings', 'east', 'este', 'est', 'ost', 'ostwert', 'rechtswert', 'ostkoordinate'],
  y: ['y', 'northing', 'northings', 'north', 'norte', 'nord', 'nordwert', 'hochwert', 'nordkoordinate'],
}

/** Words of a column's name that don't say which coordinate it is. */
const fillers = new Set(
  (
    'wgs wgs84 84 4326 epsg crs gps geo geogr geographic geographische coord coords coordinate coordinates coordonnee ' +
    'coordonnees coordenada coordenadas koordinate koordinaten site station location position pos point deg degree degrees dd ' +
    'dec decimal dez dezimal m meter meters metre metres km utm in'
  ).split(' '),
)

const nameNames =
  'name nom nombre nome naam namn navn sitename stationname site station mast standort bezeichnung label title id siteid stationid code cellid'.split(
    ' ',
  )

/** The words of a name in lower case, without accents. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/**
 * The columns of a header that were asked for; if none were, those whose names say what they hold: degrees where there are both.
 *
 * @returns undefined if it hasn't got them.
 * @throws {SiteFileError} if it has several that may be meant.
 */
export const columnsOf = (header: readonly string[], asked: SiteColumns): CoordinateColumns | undefined => {
  const chosen = asked.lat !== undefined || asked.x !== undefined
  const found = chosen ? chosenColumns(header, asked) : recognisedColumns(header)
  if (found === undefined || asked.name === undefined) return found
  const name = columnNamed(header, asked.name)
  return name === undefined ? undefined : { ...found, name }
}

/** The first column that was asked for and isn't there. */
export const missingColumn = (header: readonly string[], asked: SiteColumns): string | undefined =>
  Object.values(asked).find((name) => name !== undefined && columnNamed(header, name) === undefined)

const columnNamed = (header: readonly string[], name: string): number | undefined => {
  const trimmed = header.map((each) => each.trim())
  const exact = trimmed.indexOf(name.trim())
  const found = exact >= 0 ? exact : trimmed.findIndex((each) => each.toLowerCase() === name.trim().toLowerCase())
  return found < 0 ? undefined : found
}

const chosenColumns = (header: readonly string[], { lat, lon, x, y }: SiteColumns): CoordinateColumns | undefined => {
  const [first, second] = [columnNamed(header, (lon ?? x)!), columnNamed(header, (lat ?? y)!)]
  if (first === undefined || second === undefined) return undefined
  const unit = lon === undefined ? unitOf([wordsOf(header[first]!), wordsOf(header[second]!)]) : 'degrees'
  return { unit, first, second, name: nameColumn(header), chosen: true }
}

const recognisedColumns = (header: readonly string[]): CoordinateColumns | undefined => {
  const words = header.map(wordsOf)
  const candidates = (axis: Axis): readonly number[] => {
    const exact = indices(words, (each) => axisNames[axis].includes(each.join('')))
    if (exact.length > 0) return exact
    return indices(words, (each) => {
      const telling = each.filter((word) => !fillers.has(word))
      return telling.length === 1 && axisNames[axis].includes(telling[0]!)
    })
  }
  for (const pair of [
    ['lon', 'lat'],
    ['x', 'y'],
  ] as const) {
    const found = pair.map(candidates)
    if (found.some((columns) => columns.length === 0)) continue
    for (const [i, columns] of found.entries())
      if (columns.length > 1) {
        const which = columns.map((column) => header[column]!.trim()).join(', ')
        throw new SiteFileError('the header', `the column of ${pair[i]}`, which, 'one; choose it with columns')
      }
    const [first, second] = [found[0]![0]!, found[1]![0]!]
    const unit = pair[0] === 'lon' ? 'degrees' : unitOf([words[first]!, words[second]!])
    return { unit, first, second, name: nameColumn(header), chosen: false }
  }
  return undefined
}

const nameColumn = (header: readonly string[]): number | undefined => {
  const joined = header.map((name) => wordsOf(name).join(''))
  return nameNames.map((name) => joined.indexOf(name)).find((column) => column >= 0)
}

const unitOf = (columns: readonly (readonly string[])[]): SiteUnit =>
  columns.every((words) => words.includes('km')) ? 'kilometres' : 'metres'

const indices = <T>(values: readonly T[], holds: (value: T) => boolean): readonly number[] =>
  values.flatMap((value, index) => (holds(value) ? [index] : []))
