import { assertOptions, InvalidParameterError, integerFrom, type OptionChecks, required } from '@isacnet/model'
import type { StudyTask } from '../tasks/study-task.js'

/** One of n parts of a study: points i − 1, i − 1 + n, i − 1 + 2n, … in the order of the file. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

const shardChecks: OptionChecks<Shard> = { index: required(integerFrom(1)), count: required(integerFrom(1)) }

/** A shard with 1 ≤ index ≤ count; `null` and `undefined` are the whole study. */
export const aShard = (name: string, shard: unknown): void => {
  if (shard === undefined || shard === null) return
  assertOptions('a shard', shard as Shard, shardChecks)
  const { index, count } = shard as Shard
  if (index > count) throw new InvalidParameterError(`${name}.index`, index, `an integer ≥ 1 and ≤ ${count}`)
}

/** The tasks of a shard; of no shard, all. */
export const tasksOfShard = (tasks: readonly StudyTask[], shard: Shard | null): readonly StudyTask[] =>
  shard === null ? tasks : tasks.filter(({ point }) => point.index % shard.count === shard.index - 1)

/** `shard 2/8`. */
export const partName = (shard: Shard | null): string =>
  shard === null ? 'the whole study' : `shard ${shardName(shard)}`

/** `2/8`. */
export const shardName = ({ index, count }: Shard): string => `${index}/${count}`
