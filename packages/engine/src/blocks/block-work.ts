/**
 * Work that comes in blocks 0, 1, 2, …, each a function of its task and number only: whoever computes a block gets the same. A task is
 * what JSON can say, and its JSON tells tasks apart.
 */
export interface BlockWork<Task, Result> {
  /**
   * The URL of the module that threads load: its default export is a {@link PrepareBlocks}. Results leave a thread as JSON, which must
   * say all of them.
   */
  readonly module: string
  /** Throws what is wrong with a task, where a glance shows it. */
  readonly check: (task: Task) => void
  /** Prepares the blocks of a task in this thread; throws what is wrong with it, with its type. */
  readonly prepare: (task: Task) => (block: number) => Result
  /** The parameters of a task, for the message that one of its blocks has failed. */
  readonly describe: (task: Task) => string
}

/** Prepares what the blocks of a task share; gives what computes one of them. */
export type PrepareBlocks = (task: string) => BlockFunction | Promise<BlockFunction>

type BlockFunction = (block: number) => unknown
