import { csvText } from '@isacnet/drawing'
import {
  chosenQuantities,
  ofService,
  type ParameterName,
  parameterDefinitions,
  type QuantityMember,
  serviceQuantities,
  services,
} from '@isacnet/model'
import { chosenBy, type ResolvedStudy } from '@isacnet/scenario'
import type { ResultRow, ResultValue } from './result-row.js'

export interface TableColumn {
  readonly name: string
  readonly type: 'integer' | 'number' | 'text'
  readonly value: (row: ResultRow) => number | string | null
}

/** A value of a row, and the columns that it has if it is simulated: no interval of a sum, nothing of an objective. */
interface ValueColumns {
  readonly column: string
  readonly value: (row: ResultRow) => ResultValue | null
  readonly simulated: boolean
  readonly interval: boolean
  readonly bias: boolean
}

const member = (name: QuantityMember | 'objective') => (row: ResultRow) => row[name]

/** The values of a study's rows: rates and ASEs, the quantities that its computations have, an objective. */
const valueColumns = (study: ResolvedStudy): readonly ValueColumns[] => [
  ...serviceQuantities.map(({ name, member: its, services: of }) => ({
    column: name.replace('-', '_'),
    value: member(its),
    simulated: true,
    interval: of.length === 1,
    bias: true,
  })),
  ...studyQuantities(study).map((name) => ({
    column: name.replace('-', '_'),
    value: ({ quantities }: ResultRow) => quantities?.[name] ?? null,
    simulated: true,
    interval: true,
    bias: false,
  })),
  { column: 'objective', value: member('objective'), simulated: false, interval: false, bias: false },
]

/** The quantities of the law of the SIR that computations of a study have, such as `communication-coverage:3dB`. */
const studyQuantities = (study: ResolvedStudy): readonly string[] => {
  const chosen = chosenQuantities(chosenBy(study.points[0]!.computations))
  return services.flatMap(({ service }) => ofService(chosen, service).map(({ name }) => `${service}-${name}`))
}

/**
 * The columns of a study's table, the same for all of its shards: point, coordinates (with their units), computation, kind, status,
 * parameters that differ between points or are chosen by an optimization, values each with error estimate, standard error, interval and bias bound, trials.
 */
export const tableColumns = (study: ResolvedStudy): TableColumn[] => {
  const swept = study.axes.flatMap(({ quantities: its }) => its)
  const headings = new Set(swept.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`)))
  const number = (name: string, value: (row: ResultRow) => number | null): TableColumn => ({
    name,
    type: 'number',
    value,
  })
  const integer = (name: string, value: (row: ResultRow) => number | null): TableColumn => ({
    name,
    type: 'integer',
    value,
  })
  const text = (name: string, value: (row: ResultRow) => string | null): TableColumn => ({ name, type: 'text', value })
  const optimizes = study.points[0]!.computations.some(({ kind }) => kind === 'optimization')
  const integrates = study.points[0]!.computations.some(({ kind }) => kind !== 'simulation')
  const simulates = study.points[0]!.computations.some(({ kind }) => kind === 'simulation')
  return [
    integer('point', ({ point }) => point),
    ...swept.map(({ name, unit }) =>
      number(unit === '' ? name : `${name} (${unit})`, ({ coordinates }) => coordinates[name] ?? null),
    ),
    text('computation', ({ computation }) => computation),
    text('kind', ({ kind }) => kind),
    text('status', ({ status }) => status),
    text('reason', ({ reason }) => reason),
    ...parameterDefinitions
      .filter(({ name }) => varies(study, name) || (optimizes && allocation.has(name)))
      // Of a swept parameter in its own unit one column is enough, unless an optimum has another value.
      .filter(({ name }) => !headings.has(name) || (optimizes && allocation.has(name)))
      .map(({ name, integer: whole }) =>
        (whole ? integer : number)(
          headings.has(name) ? `${name} of the optimum` : name,
          ({ network }) => network[name] ?? null,
        ),
      ),
    ...valueColumns(study).flatMap(({ column: heading, value: valueIn, simulated, interval: hasInterval, bias }) => {
      const of = (part: (value: ResultValue) => number | null | undefined) => (row: ResultRow) => {
        const value = valueIn(row)
        return value === null ? null : (part(value) ?? null)
      }
      return [
        number(
          heading,
          of(({ value }) => value),
        ),
        ...(integrates
          ? [
              number(
                `${heading}_error_estimate`,
                of(({ errorEstimate }) => errorEstimate),
              ),
            ]
          : []),
        ...(simulates && simulated
          ? [
              number(
                `${heading}_standard_error`,
                of(({ standardError }) => standardError),
              ),
              ...(hasInterval
                ? [
                    number(
                      `${heading}_lower`,
                      of(({ interval }) => interval?.[0]),
                    ),
                    number(
                      `${heading}_upper`,
                      of(({ interval }) => interval?.[1]),
                    ),
                  ]
                : []),
              ...(bias
                ? [
                    number(
                      `${heading}_bias_bound`,
                      of(({ biasBound }) => biasBound),
                    ),
                  ]
                : []),
            ]
          : []),
      ]
    }),
    text('unit', () => study.outputs.unit),
    ...(simulates
      ? [
          integer('trials', ({ trials }) => trials),
          number('confidence', ({ confidence }) => confidence),
          text('ended', ({ ended }) => ended),
          text('seed', ({ seed }) => seed),
        ]
      : []),
    ...(optimizes ? [integer('ties', ({ ties }) => ties)] : []),
  ]
}

const allocation: ReadonlySet<ParameterName> = new Set([
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
])

/** Whether a parameter differs between points. */
export const varies = ({ points }: ResolvedStudy, name: ParameterName): boolean =>
  points.some(({ network }) => network[name] !== points[0]!.network[name])

/** A table as CSV (RFC 4180, UTF-8), numbers in full precision, nothing where there is no value. */
export const toResultCsv = (columns: readonly TableColumn[], rows: readonly ResultRow[]): string =>
  csvText([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => value(row)))])

/** Rows as JSON, one on a line, numbers in full precision. */
export const toResultJsonLines = (rows: readonly ResultRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')

/** The columns of the CSV as Apache Parquet. */
export const toResultParquet = async (
  columns: readonly TableColumn[],
  rows: readonly ResultRow[],
): Promise<Uint8Array> => {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, value }) => ({
        name,
        // Trials exceed 32 bits.
        type: type === 'text' ? 'STRING' : 'DOUBLE',
        nullable: true,
        data: rows.map(value),
      })),
    }),
  )
}
