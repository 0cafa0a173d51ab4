import { decimalNumber, InvalidParameterError } from '@isacnet/model'

/** More numbers are refused: a list of them is a slip. */
const most = 2000

/** The numbers that a flag takes a list of. */
export interface ListedNumbers {
  /** As errors call it, such as `--thresholds`. */
  readonly flag: string
  /** May follow each number, such as `dB`. */
  readonly unit: string
  /** The permitted numbers, in words. */
  readonly permitted: string
  readonly permits: (value: number) => boolean
}

/**
 * A list of numbers as it is typed: `-10,0,10`, or `-20:40:1` from the first up to the second in steps of the third. Doubles are left out.
 *
 * @throws {InvalidParameterError} for anything else; it names the flag, what was got, and what is allowed.
 */
export const numberList = (text: string, { flag, unit, permitted, permits }: ListedNumbers): readonly number[] => {
  const invalid = (got: string, expected = permitted): InvalidParameterError =>
    new InvalidParameterError(flag, got, expected)
  const one = (part: string): number => {
    const trimmed = part.trim()
    const bare =
      unit !== '' && trimmed.toLowerCase().endsWith(unit.toLowerCase())
        ? trimmed.slice(0, -unit.length).trim()
        : trimmed
    return decimalNumber(bare, invalid)
  }
  const numbers = text.split(',').flatMap((part) => {
    const ends = part.split(':')
    if (ends.length === 1) return [one(part)]
    const inSteps = 'numbers, or from:to:step with a step > 0 and from ≤ to'
    if (ends.length !== 3) throw invalid(part, inSteps)
    const [from, to, step] = ends.map(one) as [number, number, number]
    if (!(step > 0 && from <= to)) throw invalid(part, inSteps)
    const count = Math.floor((to - from) / step + 1e-9) + 1
    if (count > most) throw invalid(part, `at most ${most} numbers`)
    // Rounded so that 0.1:0.5:0.1 has 0.3.
    return Array.from({ length: count }, (_, i) => Number((from + i * step).toPrecision(12)) + 0)
  })
  if (numbers.length > most) throw invalid(`${numbers.length}`, `at most ${most} numbers`)
  for (const number of numbers) if (!permits(number)) throw invalid(`${number}`)
  return [...new Set(numbers)]
}
