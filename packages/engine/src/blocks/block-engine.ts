/** Computes the blocks of one task, here or elsewhere. */
export interface BlockRunner<Result> {
  /** How many blocks to ask for before the first of them is there, ≥ 1. */
  readonly concurrency: number
  /** Block 0, 1, 2, …: the same whoever computes it. */
  run(block: number): Promise<Result>
  /** Ends what the runner has begun. Blocks that aren't there yet are lost. */
  close(): Promise<void>
}

/** Computes blocks of any number of tasks: by threads of this process, or the workers of a queue. */
export interface BlockEngine<Task, Result> {
  /** Returns a runner for a task; any number may be there, at once or one after another. Closing one leaves the engine to others. */
  runnerFor(task: Task): BlockRunner<Result>
  /** Ends the engine. Blocks that aren't there yet are lost. */
  close(): Promise<void>
}
