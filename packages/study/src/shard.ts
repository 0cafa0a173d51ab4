import type { StudyTask } from './study-task.js'

/** One of n parts of a study: points i − 1, i − 1 + n, i − 1 + 2n, … in the order of the file. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

/** The tasks of a shard; of no shard, all. */
export const tasksOfShard = (tasks: readonly StudyTask[], shard: Shard | null): readonly StudyTask[] =>
  shard === null ? tasks : tasks.filter(({ point }) => point.index % shard.count === shard.index - 1)

/** `2/8`. */
export const shardName = ({ index, count }: Shard): string => `${index}/${count}`
