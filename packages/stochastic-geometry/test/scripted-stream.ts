import type { RandomStream } from '../src/streams/random-stream.js'

/** A stream of which some variates are written down; the others are refused. */
export const scriptedStream = (variates: Partial<RandomStream>): RandomStream => {
  const refused = (name: string) => (): number => {
    throw new Error(`${name} wasn’t to be drawn`)
  }
  return {
    uniform: refused('uniform'),
    exponential: refused('exponential'),
    normal: refused('normal'),
    gamma: refused('gamma'),
    poisson: refused('poisson'),
    integer: refused('integer'),
    ...variates,
  }
}
