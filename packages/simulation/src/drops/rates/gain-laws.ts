import { precoderSampler } from '@isacnet/beamforming'
import { randomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import { type GainExponent, gammaGain } from '../../kernel/mean-log-rate.js'
import { tabulatedGain } from './tabulated-gain.js'

/** The laws of the gains of a BS, by how many requests it accepted. */
export interface GainLaws {
  /** $|h^Hw|^2$ of its own user: exactly $\Gamma(M_t-K-N+1,1)$. */
  desired(accepted: number): GainExponent
  /** $\sum_k|h^Hw_k|^2$ at a receiver that it doesn't null. */
  interference(accepted: number): GainExponent
  /** $\sum_k|a^Hw_k|^2$ towards its own target. */
  target(accepted: number): GainExponent
}

/**
 * The laws of what `gainsFor` draws. A gain at a receiver that isn't nulled is $\|z\|^2q$, with the part z of its channel in the space of the K beams and
 * the Rayleigh quotient q of their Gram matrix in the direction of z, independent of $\|z\|^2\sim\Gamma(K,1)$. So
 *
 * $$\mathrm E\,e^{-sh_q}=\mathrm E_q(1+sq)^{-K},\qquad \mathrm E\,e^{-sh_t}=\mathrm E_{q,B}\,e^{-sM_tBq},$$
 *
 * where $B\sim\mathrm{Beta}(K,M_t-K)$ is the part of $\|a\|^2=M_t$ in that space. The mean over q is that of sampled precoders, always the same ones,
 * shifted and scaled to the exact mean 1 and variance $\frac{K-1}{(K+1)(M_t-K-N+2)}$.
 */
export const gainLaws = ({ network, assumptions }: SimulationDefinition): GainLaws => {
  const { usersPerCell: K, transmitAntennas: antennas } = network
  const desired = (accepted: number): GainExponent => gammaGain(antennas - K - accepted + 1)
  const assumed = gammaGain(K)
  if (assumptions.includes('gamma-gains')) return { desired, interference: () => assumed, target: () => assumed }
  const quotients = remembered((accepted) => beamQuotients(antennas, K, accepted))
  const shares = betaNodes(K, antennas - K)
  return {
    desired,
    interference:
      K === 1
        ? () => assumed
        : remembered((accepted) =>
            tabulatedGain((s) => {
              let mean = 0
              for (const q of quotients(accepted)) mean += (1 + s * q) ** -K
              return mean / atoms
            }, K),
          ),
    target: remembered((accepted) =>
      tabulatedGain((s) => {
        let mean = 0
        for (const q of quotients(accepted))
          for (const { share, weight } of shares) mean += weight * Math.exp(-s * antennas * share * q)
        return mean / atoms
      }, K),
    ),
  }
}

const remembered = <Value>(make: (accepted: number) => Value): ((accepted: number) => Value) => {
  const known = new Map<number, Value>()
  return (accepted) => {
    const value = known.get(accepted) ?? make(accepted)
    known.set(accepted, value)
    return value
  }
}

/** So many values stand for the law of a Rayleigh quotient, as likely each. */
const atoms = 64

/** Each atom is the mean of as many sampled quotients, fewer where beams are so many that they take long. */
const drawsOf = (K: number): number => Math.max(4, Math.min(64, Math.round(60_000 / (K * K))))

/** Means of groups of sampled Rayleigh quotients, by size, with the exact mean and variance. */
const beamQuotients = (antennas: number, K: number, accepted: number): Float64Array => {
  if (K === 1) return new Float64Array(atoms).fill(1)
  const random = randomStream('beam quotients', accepted, 'gains')
  const sample = precoderSampler(K)
  const each = drawsOf(K)
  const drawn = Float64Array.from({ length: atoms * each }, () => {
    const law = sample(antennas, accepted, random)
    const gain = law.interferenceGain(random)
    return gain / law.lastProjection()
  }).sort()
  const means = Float64Array.from(
    { length: atoms },
    (_, i) => drawn.subarray(i * each, (i + 1) * each).reduce((sum, q) => sum + q, 0) / each,
  )
  const mean = means.reduce((sum, q) => sum + q, 0) / atoms
  const variance = means.reduce((sum, q) => sum + (q - mean) ** 2, 0) / atoms
  const exact = (K - 1) / ((K + 1) * (antennas - K - accepted + 2))
  const scale = Math.sqrt(exact / variance)
  return means.map((q) => Math.max(1 + scale * (q - mean), 1e-9))
}

interface ShareNode {
  readonly share: number
  readonly weight: number
}

/** Nodes and weights for means over Beta(a, b), integers: by the trapezoidal rule in the logarithm of share/(1 − share). */
const betaNodes = (a: number, b: number): readonly ShareNode[] => {
  if (b === 0) return [{ share: 1, weight: 1 }]
  const density = (y: number): number => -a * Math.log1p(Math.exp(-y)) - b * Math.log1p(Math.exp(y))
  const mode = Math.log(a / b)
  const step = 0.5 * Math.sqrt(1 / a + 1 / b)
  const nodes: ShareNode[] = []
  let total = 0
  for (let i = -400; i <= 400; i++) {
    const y = mode + step * i
    const weight = Math.exp(density(y) - density(mode))
    if (weight < 1e-13) continue
    nodes.push({ share: 1 / (1 + Math.exp(-y)), weight })
    total += weight
  }
  return nodes.map(({ share, weight }) => ({ share, weight: weight / total }))
}
