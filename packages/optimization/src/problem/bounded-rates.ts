import type { Rate } from '@isacnet/analysis'
import { quantityModel, type SearchSpace } from './allocation-problem.js'

/**
 * Upper bounds of rates from rates that are known already. $R_c(K,L,\cdot)$ and $R_s(K,\cdot)$ never fall when their last argument
 * grows, where the {@link RateModel} says so; then what is known at the next larger argument is a bound, and it is the bound of the
 * true rate once the numerical error is added. Where nothing is proved, the bound is infinite.
 */
export interface BoundedRates {
  /** A bound from what is known for all D from … to …; the first question about a row computes its last entry. */
  readonly communicationAtMost: (K: number, L: number, fromD: number, toD: number) => number
  readonly sensingAtMost: (K: number, fromQ: number, toQ: number) => number
  /** The rate with its error, which later bounds use. */
  readonly communicationUpper: (K: number, L: number, D: number) => number
  readonly sensingUpper: (K: number, Q: number) => number
  /** The same of another quantity: bounds of its value, or of an error of its negative. `argument` is Q for sensing, else D. */
  readonly quantityAtMost: (name: string, K: number, L: number, from: number, to: number) => number
  readonly quantityUpper: (name: string, K: number, L: number, argument: number) => number
}

export const boundedRates = (space: SearchSpace): BoundedRates => {
  const { rates, antennas, minimumL, minimumQ } = space
  const rows = new Map<number, UpperRow>()
  const communicationRow = (K: number, L: number): UpperRow =>
    rowOf(rows, K * (antennas + 1) + L, {
      rate: (D) => rates.communication(K, L, D),
      last: antennas - K * L - minimumQ + 2,
      growsFrom: rates.communicationGrowsWithDiversity ? 1 : Number.POSITIVE_INFINITY,
    })
  const sensingRows = new Map<number, UpperRow>()
  const sensingRow = (K: number): UpperRow =>
    rowOf(sensingRows, K, {
      rate: (Q) => rates.sensing(K, Q),
      last: antennas - K * minimumL + 1,
      growsFrom: rates.sensingGrowsFrom,
    })
  const quantityRows = new Map<string, Map<number, UpperRow>>()
  const quantityRow = (name: string, K: number, L: number): UpperRow => {
    const model = quantityModel(space, name)
    const communication = model.service === 'communication'
    const its = quantityRows.get(name) ?? new Map<number, UpperRow>()
    quantityRows.set(name, its)
    return rowOf(its, communication ? K * (antennas + 1) + L : K, {
      rate: (argument) => {
        const { value, errorEstimate } = communication ? model.value(K, L, argument) : model.value(K, argument)
        return { value: model.grows ? value : -value, errorEstimate }
      },
      last: communication ? antennas - K * L - minimumQ + 2 : antennas - K * minimumL + 1,
      growsFrom: model.improvesFrom,
    })
  }
  return {
    communicationAtMost: (K, L, fromD, toD) => communicationRow(K, L).atMost(fromD, toD),
    sensingAtMost: (K, fromQ, toQ) => sensingRow(K).atMost(fromQ, toQ),
    communicationUpper: (K, L, D) => communicationRow(K, L).upper(D),
    sensingUpper: (K, Q) => sensingRow(K).upper(Q),
    quantityAtMost: (name, K, L, from, to) => quantityRow(name, K, L).atMost(from, to),
    quantityUpper: (name, K, L, argument) => quantityRow(name, K, L).upper(argument),
  }
}

interface UpperRow {
  readonly atMost: (from: number, to: number) => number
  readonly upper: (argument: number) => number
}

interface RowDefinition {
  readonly rate: (argument: number) => Rate
  /** The largest argument that can occur. */
  readonly last: number
  /** From which argument on the rate is known not to fall. */
  readonly growsFrom: number
}

const rowOf = (rows: Map<number, UpperRow>, key: number, definition: RowDefinition): UpperRow => {
  let row = rows.get(key)
  if (row === undefined) {
    row = upperRow(definition)
    rows.set(key, row)
  }
  return row
}

const upperRow = ({ rate, last, growsFrom }: RowDefinition): UpperRow => {
  /** Arguments whose rate is known, ascending, and the rates with their errors. */
  const known: number[] = []
  const values: number[] = []
  /** The first place in `known` that isn't below the argument. */
  const placeOf = (argument: number): number => {
    let low = 0
    let high = known.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (known[middle]! < argument) low = middle + 1
      else high = middle
    }
    return low
  }
  const upper = (argument: number): number => {
    const place = placeOf(argument)
    if (known[place] === argument) return values[place]!
    const { value, errorEstimate } = rate(argument)
    known.splice(place, 0, argument)
    values.splice(place, 0, value + errorEstimate)
    return values[place]!
  }
  return {
    upper,
    atMost: (from, to) => {
      const place = placeOf(to)
      if (from === to && known[place] === to) return values[place]!
      if (from < growsFrom) return Number.POSITIVE_INFINITY
      return place < known.length ? values[place]! : upper(last)
    },
  }
}
