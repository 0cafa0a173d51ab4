import { assertOptions, InvalidParameterError, integerFrom, numberThat, type OptionChecks } from '@isacnet/model'
import { studentQuantile } from '@isacnet/special-functions'

/** Options of {@link race}. */
export interface RaceOptions {
  /** The probability with which no candidate is ruled out that is the best, in (0, 1); default 0.95. */
  readonly confidence?: number
  /** Candidates that differ from the leader by less than this share of its value needn't be told apart, > 0; default 0.002. */
  readonly indifference?: number
  /** Samples of each candidate at the first look, an integer ≥ 4; default 8. */
  readonly firstSamples?: number
  /** How often differences are looked at, each time with half as many samples again, an integer ≥ 1; default 8. */
  readonly looks?: number
}

/** How a candidate did. */
export interface RaceStanding {
  /** Its number. */
  readonly candidate: number
  /** Mean of its samples. */
  readonly mean: number
  readonly standardError: number
  readonly samples: number
  /** How much higher the winner is, over the samples that both have; 0 of the winner. */
  readonly behind: number
  /** Half of the interval of that, of the confidence of the race. */
  readonly halfWidth: number
  /** Whether it is lower than the winner at the confidence of the race. */
  readonly separated: boolean
}

const optionChecks: OptionChecks<RaceOptions> = {
  confidence: numberThat('between 0 and 1', (share) => share > 0 && share < 1),
  indifference: numberThat('a finite number > 0', (share) => share > 0 && share < Number.POSITIVE_INFINITY),
  firstSamples: integerFrom(4),
  looks: integerFrom(1),
}

/**
 * Finds the best of some candidates whose values can only be sampled. Samples of one number are drawn with common random numbers, so that differences are known better
 * than values. All start alike; at each look those are ruled out that are lower than the leader by Student's test of paired differences, and the others go on, until one is
 * left, or those left differ by too little to matter, or there are no more looks. Each test has the share $(1-c)/(\ell(n-1))$ of the error of all, for ℓ looks and n candidates.
 *
 * @example
 * const values = [3, 5, 4]
 * const standings = await race(3, async (candidate, sample) => values[candidate] + (sample % 3) / 10)
 * standings.map(({ candidate }) => candidate) // [1, 2, 0]
 *
 * @param candidates - how many there are, ≥ 1.
 * @param sample - draws sample number 0, 1, 2, … of a candidate.
 * @param onLook - called after each look with how many candidates are left and how many samples each has.
 * @returns all candidates, the winner first, then by how far behind they are.
 * @throws {UnknownNameError} {InvalidParameterError} for other options and no candidates; what `sample` throws.
 */
export const race = async (
  candidates: number,
  sample: (candidate: number, sample: number) => Promise<number>,
  options: RaceOptions = {},
  onLook: (left: number, samples: number) => void = () => {},
): Promise<readonly RaceStanding[]> => {
  assertOptions('a race', options, optionChecks)
  if (!(Number.isSafeInteger(candidates) && candidates >= 1))
    throw new InvalidParameterError('candidates', candidates, 'an integer ≥ 1')
  const { confidence = 0.95, indifference = 0.002, firstSamples = 8, looks = 8 } = options
  const values: number[][] = Array.from({ length: candidates }, () => [])
  const significance = (1 - confidence) / (looks * Math.max(1, candidates - 1))
  let left = values.map((_, candidate) => candidate)
  for (let look = 0, wanted = firstSamples; look < looks; look++, wanted = Math.ceil(1.5 * wanted)) {
    for (const candidate of left)
      for (let number = values[candidate]!.length; number < wanted; number++)
        values[candidate]!.push(await sample(candidate, number))
    const leader = best(left, values)
    const tests = new Map(
      left.map((candidate) => [candidate, difference(values[leader]!, values[candidate]!, significance)]),
    )
    left = left.filter((candidate) => candidate === leader || !isBehind(tests.get(candidate)!))
    onLook(left.length, wanted)
    const mattering = indifference * Math.abs(meanOf(values[leader]!))
    if (left.every((candidate) => candidate === leader || tests.get(candidate)!.halfWidth < mattering)) break
  }
  const winner = best(left, values)
  return values
    .map((own, candidate) => {
      const { mean, halfWidth } = difference(values[winner]!, own, significance)
      const won = candidate === winner
      return {
        candidate,
        mean: meanOf(own),
        standardError: Math.sqrt(varianceOf(own) / own.length),
        samples: own.length,
        behind: won ? 0 : mean,
        halfWidth: won ? 0 : halfWidth,
        separated: !won && !left.includes(candidate),
      }
    })
    .sort((a, b) => (a.candidate === winner ? -1 : b.candidate === winner ? 1 : a.behind - b.behind))
}

interface Difference {
  readonly mean: number
  readonly halfWidth: number
}

const isBehind = ({ mean, halfWidth }: Difference): boolean => mean > halfWidth

const best = (left: readonly number[], values: readonly (readonly number[])[]): number =>
  left.reduce((leader, candidate) => (meanOf(values[candidate]!) > meanOf(values[leader]!) ? candidate : leader))

/** How much higher the first is over the samples that both have, with half of its interval; one-sided significance. */
const difference = (a: readonly number[], b: readonly number[], significance: number): Difference => {
  const paired = Array.from({ length: Math.min(a.length, b.length) }, (_, i) => a[i]! - b[i]!)
  const width = studentQuantile(2 * significance, paired.length - 1)
  return { mean: meanOf(paired), halfWidth: width * Math.sqrt(varianceOf(paired) / paired.length) }
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
