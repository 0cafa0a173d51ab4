import { gaussJacobi } from '@isacnet/quadrature'
import { type LatticeTable, latticePoints, latticeTable } from '../../rules/work/lattice-table.js'
import { madeOnceOfFew } from '../../rules/work/made-once.js'
import { correlations, correlationWeights, largeEigenvalue } from './beam-correlation.js'
import { betaTransformComplement } from './beta-transform.js'

/**
 * $1 - \mathrm E\,e^{-zh_t}$ at $y = \ln z$, $h_t$ being the gain of K zero-forced beams towards a target, whose direction has the same norm as every
 * steering vector: with the eigenvalues of {@link zeroForcedGain},
 *
 * $$h_t = M_t\,s\,\bigl((1+(K-1)\rho)x + (1-\rho)(1-x)\bigr),\quad s \sim \mathrm{Beta}(K, M_t-K),\ x \sim \mathrm{Beta}(1, K-1),\
 *   \rho^2 \sim \mathrm{Beta}(1, D).$$
 *
 * Exact for K ≤ 2; mean and variance are exact for every K.
 *
 * @param orders - the probability of each diversity order D of the serving BS, or what these change by.
 */
export const echoSignal = (
  usersPerCell: number,
  transmitAntennas: number,
  orders: Float64Array,
): ((y: number) => number) => {
  const K = usersPerCell
  const beams = beamsComplement(transmitAntennas)(K)
  const offset = Math.log(transmitAntennas)
  if (K === 1) {
    const total = orders.reduce((sum, probability) => sum + probability, 0)
    return (y) => total * beams.at(y + offset)
  }
  const { nodes, weights } = gaussJacobi(8, 1, K - 1)
  const lnScales = Float64Array.from(
    correlations.flatMap((rho) =>
      Array.from(nodes, (x) => offset + Math.log(largeEigenvalue(K, rho) * x + (1 - rho) * (1 - x))),
    ),
  )
  const products = Float64Array.from(
    Array.from(correlationWeights(orders)).flatMap((weight) => Array.from(weights, (share) => weight * share)),
  )
  return (y) => beams.sum(y, lnScales, products)
}

const beamsComplement = madeOnceOfFew(
  (transmitAntennas: number) =>
    madeOnceOfFew(
      (K: number): LatticeTable =>
        latticeTable(latticePoints.map((x) => betaTransformComplement(Math.exp(x), K, transmitAntennas - K))),
      64,
    ),
  16,
)
