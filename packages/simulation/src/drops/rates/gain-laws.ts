import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import { type GainExponent, gammaGain } from '../../kernel/mean-log-rate.js'
import { beamQuotients } from './beam-quotients.js'
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
 * where $B\sim\mathrm{Beta}(K,M_t-K)$ is the part of $\|a\|^2=M_t$ in that space. The mean over q is that of sampled precoders (`beamQuotients`).
 */
export const gainLaws = ({ network, assumptions }: SimulationDefinition): GainLaws => {
  const { usersPerCell: K, transmitAntennas: antennas } = network
  const desired = (accepted: number): GainExponent => gammaGain(antennas - K - accepted + 1)
  const assumed = gammaGain(K)
  if (assumptions.includes('gamma-gains')) return { desired, interference: () => assumed, target: () => assumed }
  const shares = betaNodes(K, antennas - K)
  return {
    desired,
    interference:
      K === 1
        ? () => assumed
        : remembered((accepted) =>
            tabulatedGain((s) => {
              let mean = 0
              for (const { quotient, weight } of beamQuotients(K, antennas - accepted))
                mean += weight * (1 + s * quotient) ** -K
              return mean
            }, K),
          ),
    target: remembered((accepted) =>
      tabulatedGain((s) => {
        let mean = 0
        for (const { quotient, weight } of beamQuotients(K, antennas - accepted))
          for (const node of shares) mean += weight * node.weight * Math.exp(-s * antennas * node.share * quotient)
        return mean
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
