import { type ComplexMatrix, complexMatrix, steeringVector, zeroForcing } from '@isacnet/beamforming'
import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { literalGains } from './literal-gains.js'

/** |aᴴb|² of two columns. */
const product = (a: ComplexMatrix, i: number, b: ComplexMatrix, j: number): number => {
  let [re, im] = [0, 0]
  for (let n = 0; n < a.rows; n++) {
    const [p, q, r, s] = [a.re[n + a.rows * i]!, a.im[n + a.rows * i]!, b.re[n + b.rows * j]!, b.im[n + b.rows * j]!]
    re += p * r + q * s
    im += p * s - q * r
  }
  return re * re + im * im
}

it('has the gains of the beams that the reference makes of the same channels', () => {
  const [antennas, K, nulls] = [8, 3, 2]
  const definition = defineSimulation(defineNetwork({ Mt: antennas, K }), { fidelity: 'channel', precoders: 'literal' })
  const gains = literalGains(definition)({ accepted: Int32Array.of(nulls) } as unknown as NetworkDrop)
  const random = randomStream(5, 0, 'literal')
  const found = [
    gains.interference(0, random),
    gains.target(0, 1.1, random),
    ...[0, 1, 2].map((user) => gains.desired(0, user, random)),
    gains.interference(0, random),
  ]

  // The same variates in the order of a Rayleigh channel: real and imaginary part, entry by entry, each of variance 1/2.
  const again = randomStream(5, 0, 'literal')
  const drawn = (columns: number): ComplexMatrix => {
    const matrix = complexMatrix(antennas, columns)
    for (let i = 0; i < matrix.re.length; i++) {
      matrix.re[i] = again.normal() / Math.sqrt(2)
      matrix.im[i] = again.normal() / Math.sqrt(2)
    }
    return matrix
  }
  const channels = drawn(K + nulls)
  const beams = zeroForcing(channels, K)
  const total = (channel: ComplexMatrix): number =>
    [0, 1, 2].reduce((sum, beam) => sum + product(channel, 0, beams, beam), 0)
  const expected = [
    total(drawn(1)),
    total(steeringVector(antennas, 1.1)),
    ...[0, 1, 2].map((user) => product(channels, user, beams, user)),
    total(drawn(1)),
  ]
  for (const [i, gain] of found.entries()) expect(gain / expected[i]!, `gain ${i}`).toBeCloseTo(1, 10)
})
