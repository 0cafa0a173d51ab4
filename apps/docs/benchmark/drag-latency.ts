import { percentile } from '@isacnet/benchmarks/percentile'
import type { InstrumentsLog } from './instruments-log.js'

/** Milliseconds that half, and nineteen out of twenty, are not longer than, and the longest. */
export interface Spread {
  readonly median: number
  readonly p95: number
  readonly longest: number
}

/** The cost of moving a slider, in ms. */
export interface DragLatency {
  readonly inputs: number
  /** The page's thread is busy with the event. */
  readonly handler: Spread
  /** From the event until the next frame is laid out and painted. */
  readonly nextFrame: Spread
  /** From the event until curves of that value, or of a later one, are painted, if perhaps through a few points only. */
  readonly coarseCurves: Spread
  /** The same of complete curves. */
  readonly curves: Spread
  /** From a frame to the next. */
  readonly frame: Spread
  readonly frames: number
  /** The share of frames that a screen of 60 Hz would have shown, and that were not made in time. */
  readonly missed: number
}

const frameLength = 1000 / 60

const spread = (times: readonly number[]): Spread => ({
  median: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  longest: percentile(times, 1),
})

/** @throws {Error} if no slider moved, or an event has no frame or no answer after it. */
export const dragLatency = ({ inputs, answered, frames }: InstrumentsLog): DragLatency => {
  const found = <Item>(item: Item | undefined, what: string): Item => {
    if (item === undefined) throw new Error(`an event of a slider has no ${what} after it`)
    return item
  }
  const paintedAfter = (time: number): number =>
    found(
      frames.find(({ begun, ended }) => begun >= time && Number.isFinite(ended)),
      'frame',
    ).ended
  const answerAfter = (time: number, complete: boolean): number =>
    found(
      answered.find(({ asked, done }) => asked >= time && (done || !complete)),
      'answer',
    ).at
  const [first, last] = [found(inputs[0], 'movement'), found(inputs.at(-1), 'movement')]
  const during = frames.filter(({ due }, index) => (frames[index + 1]?.due ?? due) >= first.at && due <= last.at)
  const intervals = during.slice(1).map(({ due }, index) => due - during[index]!.due)
  // Due times come with a jitter of a fraction of a millisecond.
  const missed = intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / frameLength) - 1), 0)
  return {
    inputs: inputs.length,
    handler: spread(inputs.map(({ at, handled }) => handled - at)),
    nextFrame: spread(inputs.map(({ at, handled }) => paintedAfter(handled) - at)),
    coarseCurves: spread(inputs.map(({ at }) => paintedAfter(answerAfter(at, false)) - at)),
    curves: spread(inputs.map(({ at }) => paintedAfter(answerAfter(at, true)) - at)),
    frame: spread(intervals),
    frames: intervals.length,
    missed: missed / (intervals.length + missed),
  }
}
