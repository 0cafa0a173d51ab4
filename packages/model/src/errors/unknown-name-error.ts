import { closest, distance } from 'fastest-levenshtein'
import { IsacnetError } from './isacnet-error.js'

/**
 * A name that is not among the permitted ones: of a parameter, a method, a figure, …; it suggests the nearest permitted
 * name where one is near.
 *
 * @example
 * new UnknownNameError('unit', 'bit', ['nats', 'bits']).suggestion // 'bits'
 */
export class UnknownNameError extends IsacnetError {
  override readonly name = 'UnknownNameError'
  override readonly code = 'unknown-name'
  /** The kind of thing that the name should have named, such as `parameter`. */
  readonly kind: string
  /** The name as it was given. */
  readonly value: string
  readonly permitted: readonly string[]
  /** The nearest permitted name, or `undefined` when none is near. */
  readonly suggestion: string | undefined

  constructor(kind: string, value: string, permitted: readonly string[]) {
    const suggestion = nearestName(value, permitted)
    const hint = suggestion === undefined ? '' : ` did you mean ‘${suggestion}’?`
    super(`unknown ${kind} ‘${value}’:${hint} permitted: ${permitted.join(', ')}`)
    this.kind = kind
    this.value = value
    this.permitted = permitted
    this.suggestion = suggestion
  }
}

/** The candidate at the smallest edit distance, ignoring case, if it is closer than half of the word's length. */
const nearestName = (word: string, candidates: readonly string[]): string | undefined => {
  if (candidates.length === 0 || word.length === 0) return undefined
  const lowerCase = candidates.map((candidate) => candidate.toLowerCase())
  const nearest = closest(word.toLowerCase(), lowerCase)
  const near = distance(word.toLowerCase(), nearest) <= Math.max(1, Math.floor(word.length / 2))
  return near ? candidates[lowerCase.indexOf(nearest)] : undefined
}
