import { clearPoints, holePoints } from '../../src/requests/cluster/cluster-layouts.js'
import type { ClusterPoints } from '../../src/requests/cluster/cluster-points.js'
import {
  bsCentricExponents,
  type ExponentsAt,
  type Interferers,
  targetCentricExponents,
} from '../../src/requests/cluster/exponents.js'
import { gammaGain, interferenceTables } from '../../src/requests/gains/gain-transform.js'
import { latticeTable } from '../../src/rules/work/lattice-table.js'
import { holeRule } from '../../src/sensing/echo/interference-hole.js'

/** Interference at z by which networks are weighted, with Γ(K, 1) gains. */
export interface Tilt {
  readonly usersPerCell: number
  readonly pathLossExponent: number
  readonly z: number
}

export const tilts: readonly Tilt[] = [2.5, 5].flatMap((pathLossExponent) =>
  [0.03, 0.3, 3, 20].flatMap((z) => [1, 8].map((usersPerCell) => ({ usersPerCell, pathLossExponent, z }))),
)

/** How far the tilt thins the network: $1-q$ of the thinned area is gone, $1-\eta$ says how soft the edge of that hole is. */
export type Thinning = readonly [A: number, B: number]

const tablesOf = ({ usersPerCell, pathLossExponent }: Tilt) => {
  const gain = gammaGain(usersPerCell)
  return [gain, gain.map((W) => W * W)].map((values) => interferenceTables(values, pathLossExponent))
}

/** At a user, at $x = zu^{\alpha/2}$, or z itself where n = 1. */
export const userThinning = (tilt: Tilt): Thinning => {
  const [first, second] = tablesOf(tilt).map(({ lnInterference }) => Math.exp(lnInterference.at(Math.log(tilt.z)))) as [
    number,
    number,
  ]
  return [1 - 1 / first, 1 - second / first]
}

/** At the serving BS of a target, as a function of $\ln A$ of the cluster's outermost BS. */
export const sensingThinning = (tilt: Tilt, kind: 'bs-centric' | 'target-centric'): ((lnArea: number) => Thinning) => {
  const points: ClusterPoints = kind === 'bs-centric' ? holePoints(16) : clearPoints(16)
  const [first, second] = tablesOf(tilt).map((outside): Float64Array => {
    const interferers: Interferers = {
      pathLossExponent: tilt.pathLossExponent,
      outside,
      given: latticeTable(gammaGain(tilt.usersPerCell)),
    }
    const at: ExponentsAt =
      kind === 'bs-centric' ? bsCentricExponents(points, interferers) : targetCentricExponents(points, interferers, 40)
    return at(Math.log(tilt.z)).lnExponents.map(Math.exp)
  }) as [Float64Array, Float64Array]
  const lnAreas = points.within.map(Math.log)
  const A = first.map((exponent, m) => 1 - (1 + points.within[m]!) / exponent)
  const B = first.map((exponent, m) => 1 - second[m]! / exponent)
  return (lnArea) => {
    let low = 0
    let high = lnAreas.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (lnAreas[middle]! <= lnArea) low = middle
      else high = middle
    }
    const share = Math.max(0, Math.min(1, (lnArea - lnAreas[low]!) / (lnAreas[high]! - lnAreas[low]!)))
    return [A[low]! + share * (A[high]! - A[low]!), B[low]! + share * (B[high]! - B[low]!)]
  }
}

/** At the serving BS of a target without a cluster. */
export const singleCellThinning = (tilt: Tilt): Thinning => {
  const { distance, measure } = holeRule(64)
  const lnPower = distance.map((t) => -tilt.pathLossExponent * Math.log(t))
  const x = Math.log(tilt.z)
  const [first, second] = tablesOf(tilt).map(
    ({ lnInterference, complement }) =>
      4 * Math.exp(lnInterference.at(x - tilt.pathLossExponent * Math.LN2)) - 3 + complement.sum(x, lnPower, measure),
  ) as [number, number]
  return [1 - 1 / first, 1 - second / first]
}
