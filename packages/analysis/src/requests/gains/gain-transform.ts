import {
  type LatticeTable,
  type LatticeValues,
  latticePoints,
  latticeTable,
  powerMean,
} from '../../rules/work/lattice-table.js'
import { madeOnceOfFew } from '../../rules/work/made-once.js'
import { correlations, correlationWeights, largeEigenvalue } from './beam-correlation.js'

/**
 * $W = 1 - \mathrm E\,e^{-\zeta G}$ on the lattice for the gain G of K zero-forced beams of a BS in a direction that they don't null. Given the beams,
 * $G = \sum_k \lambda_k E_k$ with the eigenvalues λ of their Gram matrix and exponential variates. The matrix is taken to have one large eigenvalue,
 * $1+(K-1)\rho$, and K − 1 equal ones, $1-\rho$, with $\rho^2 \sim$ Beta(1, D), D being the BS's diversity order:
 *
 * $$\mathrm E\,e^{-\zeta G} = \mathrm E_\rho\,\bigl(1+\zeta(1+(K-1)\rho)\bigr)^{-1}\bigl(1+\zeta(1-\rho)\bigr)^{-(K-1)}.$$
 *
 * It is exact for K ≤ 2, because the squared correlation of two zero-forced beams has that law; mean K and variance
 * $K + K(K-1)/(D+1)$ are exact for every K.
 *
 * @param orders - the probability of each D.
 */
export const zeroForcedGain = (usersPerCell: number, orders: Float64Array): LatticeValues => {
  if (usersPerCell === 1) return gammaGain(1)
  const rows = correlatedGains(usersPerCell)
  const weights = correlationWeights(orders)
  const values = new Float64Array(latticePoints.length)
  rows.forEach((row, i) => {
    const weight = weights[i]!
    for (let k = 0; k < values.length; k++) values[k]! += weight * row[k]!
  })
  return values
}

/** Numbers of users whose tables are kept, a quarter of a megabyte each. */
const mostRemembered = 32

/** The same for $G \sim \Gamma(K, 1)$. */
export const gammaGain = madeOnceOfFew(
  (usersPerCell: number): LatticeValues =>
    latticePoints.map((x) => -Math.expm1(-usersPerCell * Math.log1p(Math.exp(x)))),
  mostRemembered,
)

const correlatedGains = madeOnceOfFew(
  (K: number): readonly LatticeValues[] =>
    correlations.map((rho) =>
      latticePoints.map((x) => {
        const zeta = Math.exp(x)
        return -Math.expm1(-Math.log1p(zeta * largeEigenvalue(K, rho)) - (K - 1) * Math.log1p(zeta * (1 - rho)))
      }),
    ),
  mostRemembered,
)

/** Interference of BSs with such gains, as functions of $\ln\zeta$. */
export interface InterferenceTables {
  /** $\ln F$, $F(\zeta) = 1 + \int_1^\infty W(\zeta y^{-\alpha})\,2y\,dy$. */
  readonly lnInterference: LatticeTable
  /** $1 + \int_1^\infty W(\zeta y^{-\alpha})^2\,2y\,dy$, as $\ln$. */
  readonly lnSquareInterference: LatticeTable
  /** W and its square. */
  readonly complement: LatticeTable
  readonly squareComplement: LatticeTable
}

export const interferenceTables = (gain: LatticeValues, pathLossExponent: number): InterferenceTables => {
  const delta = 2 / pathLossExponent
  const square = gain.map((W) => W * W)
  const lnOf = (values: LatticeValues): LatticeTable => latticeTable(powerMean(values, delta).map(Math.log1p), delta)
  return {
    lnInterference: lnOf(gain),
    lnSquareInterference: lnOf(square),
    complement: latticeTable(gain),
    squareComplement: latticeTable(square),
  }
}
