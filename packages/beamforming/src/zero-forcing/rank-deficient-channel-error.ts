import { IsacnetError } from '@isacnet/model'

/**
 * Zero forcing has no beams: a column of the channel matrix lies in the span of the columns before it, to within 10⁻¹² of
 * its length. Having more columns than rows is the plainest case.
 */
export class RankDeficientChannelError extends IsacnetError {
  override readonly name = 'RankDeficientChannelError'
  override readonly code = 'rank-deficient-channel'
  readonly rows: number
  readonly columns: number
  /** The number of served columns, which come first. */
  readonly served: number
  /** The first dependent column, counted from 0, where nulled columns are taken before served ones. */
  readonly column: number

  constructor({ rows, columns, served, column }: Omit<RankDeficientChannelError, keyof IsacnetError>) {
    const reason =
      columns > rows
        ? `${columns} columns have rank ${rows} at most`
        : `column ${column} lies in the span of those before it, nulled columns first`
    super(`zero forcing of a ${rows} × ${columns} channel matrix with ${served} served columns: ${reason}`)
    this.rows = rows
    this.columns = columns
    this.served = served
    this.column = column
  }
}
