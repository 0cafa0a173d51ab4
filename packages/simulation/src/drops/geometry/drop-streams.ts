import type { RandomStream } from '@isacnet/stochastic-geometry'

/** The streams of a drop: what one draws doesn't shift the others. */
export interface DropStreams {
  readonly stations: RandomStream
  readonly users: RandomStream
  readonly targets: RandomStream
  readonly abandonment: RandomStream
}

/** The streams of a drop, from those of a block. */
export const dropStreams = (stream: (purpose: string) => RandomStream): DropStreams => ({
  stations: stream('stations'),
  users: stream('users'),
  targets: stream('targets'),
  abandonment: stream('abandonment'),
})
