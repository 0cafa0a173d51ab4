import { describe, expect, it } from 'vitest'
import { dragLatency } from '../benchmark/drag-latency.js'
import type { InstrumentsLog } from '../benchmark/instruments-log.js'

/** 60 frames a second from the first on, each with 5 ms of work, and 3 ms late where nothing else is said. */
const frames = (count: number, without: readonly number[] = []): InstrumentsLog['frames'] =>
  Array.from({ length: count }, (_, index) => (index * 1000) / 60)
    .filter((_, index) => !without.includes(index))
    .map((due) => ({ due, begun: due + 3, ended: due + 8 }))

describe('the latency of a drag', () => {
  it('is measured to the frame that shows it, and to the answer to it or to a later one', () => {
    const log: InstrumentsLog = {
      milestones: {},
      inputs: [
        { at: 1, handled: 2 },
        { at: 17, handled: 19 },
        { at: 34, handled: 35 },
      ],
      // The second is forgotten in favour of the third.
      answered: [
        { asked: 1.5, done: true, at: 34 },
        { asked: 34.5, done: false, at: 42 },
        { asked: 34.5, done: true, at: 60 },
      ],
      frames: frames(10),
    }
    const { inputs, handler, nextFrame, coarseCurves, curves, frames: count, missed } = dragLatency(log)
    expect(inputs).toBe(3)
    expect(handler).toEqual({ median: 1, p95: 2, longest: 2 })
    // Frames end at 8, 24.7, 41.3, 58 and 74.7 ms.
    expect(nextFrame.longest).toBeCloseTo(1000 / 60 + 8 - 17, 10)
    expect(nextFrame.median).toBeCloseTo(2000 / 60 + 8 - 34, 10)
    // 1 → 41.3, 17 and 34 → 74.7.
    expect(curves.longest).toBeCloseTo(4000 / 60 + 8 - 17, 10)
    expect(curves.median).toBeCloseTo(4000 / 60 + 8 - 34, 10)
    // Some of its points came in time for the frame before.
    expect(coarseCurves.longest).toBeCloseTo(3000 / 60 + 8 - 17, 10)
    expect(missed).toBe(0)
    expect(count).toBe(2)
  })

  it('counts the frames that were not made', () => {
    const log: InstrumentsLog = {
      milestones: {},
      inputs: [0, 160].map((at) => ({ at, handled: at + 1 })),
      answered: [2, 162].map((at) => ({ asked: at - 1.5, done: true, at })),
      frames: frames(14, [3, 6, 7]),
    }
    const { frame, frames: count, missed } = dragLatency(log)
    // Due at 0, 1, 2, 4, 5, 8 and 9 sixtieths.
    expect(count).toBe(6)
    expect(missed).toBeCloseTo(3 / 9, 10)
    expect(frame.longest).toBeCloseTo(50, 10)
    expect(frame.median).toBeCloseTo(1000 / 60, 10)
  })

  it('is none if nothing answers', () => {
    const log: InstrumentsLog = {
      milestones: {},
      inputs: [{ at: 0, handled: 1 }],
      answered: [],
      frames: frames(9),
    }
    expect(() => dragLatency(log)).toThrow('no answer after it')
    expect(() => dragLatency({ ...log, inputs: [] })).toThrow('no movement after it')
  })
})
