/** Blocks of one simulation, one after another: a job of the queue. */
export interface BlockJob {
  /** The definition of the simulation as JSON. Its text tells simulations apart. */
  readonly definition: string
  /** The first block. */
  readonly first: number
  /** How many blocks, ≥ 1. */
  readonly count: number
}

/** What a thread says of a job. Sums are JSON, a list with those of each block: only the study reads them. */
export type JobAnswer = { readonly sums: string; readonly milliseconds: number } | { readonly failure: string }
