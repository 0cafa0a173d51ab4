/** The benchmarks that the words after `pnpm bench` ask for. */
export interface ChosenBenchmarks {
  readonly names: readonly string[]
  /** Whether results are written to the record. */
  readonly record: boolean
}

/**
 * Names of benchmarks, all if there is none, and `--record`.
 *
 * @throws {RangeError} for anything else.
 */
export const chosenBenchmarks = (words: readonly string[], known: readonly string[]): ChosenBenchmarks => {
  const record = words.includes('--record')
  // `pnpm bench -- rates` hands the dashes on.
  const named = words.filter((word) => word !== '--record' && word !== '--')
  const unknown = named.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new RangeError(
      unknown.startsWith('-')
        ? `no option ${unknown}: there is --record`
        : `no benchmark ${unknown}: there are ${known.join(', ')}`,
    )
  return { names: named.length === 0 ? known : known.filter((name) => named.includes(name)), record }
}
