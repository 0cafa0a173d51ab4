import type { RandomVariates } from '../src/channels/random-variates.js'

/** Variates that are remembered in the order in which they were drawn; `shapes` are those asked of gamma variates. */
export interface RecordedVariates {
  readonly random: RandomVariates
  readonly drawn: number[]
  readonly shapes: number[]
}

export const recordedVariates = (source: RandomVariates): RecordedVariates => {
  const drawn: number[] = []
  const shapes: number[] = []
  const record = (value: number): number => {
    drawn.push(value)
    return value
  }
  const random = {
    normal: () => record(source.normal()),
    exponential: () => record(source.exponential()),
    uniform: () => record(source.uniform()),
    gamma: (shape: number) => {
      shapes.push(shape)
      return record(source.gamma(shape))
    },
  }
  return { random, drawn, shapes }
}
