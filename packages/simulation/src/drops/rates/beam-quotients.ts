import { precoderSampler } from '@isacnet/beamforming'
import { randomStream } from '@isacnet/stochastic-geometry'

/** A value of a Rayleigh quotient, and how likely it is. */
export interface QuotientAtom {
  readonly quotient: number
  readonly weight: number
}

const known = new Map<string, readonly QuotientAtom[]>()

/**
 * The law of the Rayleigh quotient q of the beams' Gram matrix in a direction that is uniform in their space, for K beams of precoders with M_t − N dimensions:
 * sampled, always by the same random numbers, and grouped by size, more finely towards 0, on which the mean of 1/q depends. The mean is exactly 1.
 *
 * @param dimensions - $M_t-N$, at least K.
 */
export const beamQuotients = (K: number, dimensions: number): readonly QuotientAtom[] => {
  if (K === 1) return [{ quotient: 1, weight: 1 }]
  const key = `${K} ${dimensions}`
  const atoms = known.get(key) ?? sampledAtoms(K, dimensions)
  known.set(key, atoms)
  return atoms
}

/** More where beams are alike, and q varies much; fewer where they are many, and take long. */
const drawsOf = (K: number, dimensions: number): number =>
  Math.ceil(Math.min(40_000 / (dimensions - K + 2), Math.max(300, 1e7 / (K * K + K ** 3 / 6))))

/** Ranks up to which a group goes, as a multiple of those up to which the one before goes. */
const growth = 1.04

const sampledAtoms = (K: number, dimensions: number): readonly QuotientAtom[] => {
  const random = randomStream('beam quotients', dimensions, `of ${K}`)
  const sample = precoderSampler(K)
  const count = drawsOf(K, dimensions)
  const drawn = Float64Array.from({ length: count }, () => {
    const law = sample(dimensions, 0, random)
    const gain = law.interferenceGain(random)
    return gain / law.lastProjection()
  }).sort()
  const atoms: QuotientAtom[] = []
  for (let from = 0; from < count; ) {
    const to = Math.min(count, Math.max(from + 1, Math.floor(from * growth)))
    let sum = 0
    for (let i = from; i < to; i++) sum += drawn[i]!
    atoms.push({ quotient: sum / (to - from), weight: (to - from) / count })
    from = to
  }
  const mean = atoms.reduce((sum, { quotient, weight }) => sum + weight * quotient, 0)
  const variance = atoms.reduce((sum, { quotient, weight }) => sum + weight * (quotient - mean) ** 2, 0)
  // Weights rather than values bring the mean to 1: small values remain what they are.
  return atoms.map(({ quotient, weight }) => ({
    quotient,
    weight: weight * (1 + ((1 - mean) / variance) * (quotient - mean)),
  }))
}
