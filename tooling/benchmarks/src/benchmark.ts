/** A benchmark of `pnpm bench`, as its record and the site's page describe it. */
export interface Benchmark {
  /** As it is asked for: `pnpm bench rates`. */
  readonly name: string
  readonly title: string
  /** The comparison that is made, and what is checked, in a sentence or two. */
  readonly compares: string
  /** The seed of its random numbers, if it has any. */
  readonly seed?: number
  /** Prints its results; throws if they are wrong. */
  run(): void | Promise<void>
}

/** Ends a benchmark that can't run here: its message is all that a reader needs. */
export class BenchmarkUnavailableError extends Error {
  override readonly name = 'BenchmarkUnavailableError'
}
