import type { Rate } from '@isacnet/analysis'
import { IsacnetError } from '@isacnet/model'
import { memoisedRates } from '../problem/memoised-rates.js'
import type { RateModel } from '../problem/rate-model.js'

/** A row of a table of data rates. */
export interface CommunicationRateRow extends Rate {
  readonly usersPerCell: number
  readonly communicationClusterSize: number
  /** D = M_t − KL − J(Q−1) + 1 of the network that was measured. */
  readonly diversityOrder: number
}

/** A row of a table of radar information rates. */
export interface SensingRateRow extends Rate {
  readonly usersPerCell: number
  readonly sensingClusterSize: number
}

/** A table has no row for an allocation that was asked for. */
export class MissingRateError extends IsacnetError {
  override readonly name = 'MissingRateError'
  override readonly code = 'missing-rate'
}

/**
 * Rates from a table, such as a simulation's: `value` in nats, and as `errorEstimate` whatever half-width of an interval is to count
 * as a tie. Nothing is proved of sampled rates, not even that they grow with D, so that no bounds are drawn from them: every
 * allocation is examined, and each needs its rows.
 *
 * @example
 * const row = { usersPerCell: 1, communicationClusterSize: 1, diversityOrder: 20, value: 2.5, errorEstimate: 0.01 }
 * tabulatedRates([row], []).communication(1, 1, 20).value // 2.5
 *
 * @throws {MissingRateError} (the rates) where the table has no row.
 * @throws {RangeError} for two rows of one allocation, or a value that is not a finite number ≥ 0.
 */
export const tabulatedRates = (
  communicationRows: readonly CommunicationRateRow[],
  sensingRows: readonly SensingRateRow[],
): RateModel => {
  const communication = new Map<string, Rate>()
  for (const row of communicationRows)
    enter(communication, communicationKey(row.usersPerCell, row.communicationClusterSize, row.diversityOrder), row)
  const sensing = new Map<string, Rate>()
  for (const row of sensingRows) enter(sensing, sensingKey(row.usersPerCell, row.sensingClusterSize), row)
  return memoisedRates({
    communication: (K, L, D) => found(communication, communicationKey(K, L, D)),
    sensing: (K, Q) => found(sensing, sensingKey(K, Q)),
    communicationGrowsWithDiversity: false,
    sensingGrowsFrom: Number.POSITIVE_INFINITY,
  })
}

const communicationKey = (K: number, L: number, D: number): string =>
  `the data rate at usersPerCell (K) = ${K}, communicationClusterSize (L) = ${L}, diversity order ${D}`

const sensingKey = (K: number, Q: number): string =>
  `the radar information rate at usersPerCell (K) = ${K}, sensingClusterSize (Q) = ${Q}`

const enter = (table: Map<string, Rate>, key: string, { value, errorEstimate }: Rate): void => {
  if (table.has(key)) throw new RangeError(`the table has two rows for ${key}`)
  for (const number of [value, errorEstimate])
    if (!(number >= 0 && number < Number.POSITIVE_INFINITY))
      throw new RangeError(`${key}, and its error, must be finite numbers ≥ 0, got ${number}`)
  table.set(key, { value, errorEstimate })
}

const found = (table: ReadonlyMap<string, Rate>, key: string): Rate => {
  const rate = table.get(key)
  if (rate === undefined) throw new MissingRateError(`the table has no row for ${key}`)
  return rate
}
