import type { Network } from '@isacnet/model'

/**
 * The first four cumulants of the power that comes from points of a Poisson process beyond an edge, by Campbell's theorem. Areas are
 * $v = \pi\lambda r^2$, in which BSs have the rate 1.
 */
export class FarField {
  /** Mean, variance, third and fourth cumulant. */
  readonly cumulants = new Float64Array(4)
  private readonly half: number
  private readonly moments: readonly number[]
  private readonly series: readonly Float64Array[]

  /** The far field of BSs whose gains are Γ(K, 1), for the path-loss exponent α > 2. */
  constructor({ usersPerCell: K, pathLossExponent }: Network) {
    this.half = pathLossExponent / 2
    let moment = 1
    this.moments = [1, 2, 3, 4].map((n) => {
      moment *= K + n - 1
      return moment / (n * this.half - 1)
    })
    this.series = [1, 2, 3, 4].map((n) => offCentreSeries(n * this.half))
  }

  /**
   * Interferers of the areas v > w around a centre, seen from a point whose own area is u < w: with q = u/w, $a=n\alpha/2$ and
   * $\mathrm E g^n = K(K+1)\cdots(K+n-1)$
   *
   * $$\kappa_n = \mathrm E g^n\int_w^\infty v^{-a}{}_2F_1(a,a;1;u/v)\,dv
   *   = \frac{\mathrm E g^n}{a-1}\,w^{1-a}(1-q)^{2-2a}{}_2F_1(1-a,2-a;1;q).$$
   */
  setInterferers(edge: number, offset: number): void {
    const q = offset / edge
    const area = edge * (1 - q) * (1 - q)
    const power = this.half === 2 ? 1 / (area * area) : area ** -this.half
    let scale = area
    for (let n = 0; n < 4; n++) {
      scale *= power
      this.cumulants[n] = this.moments[n]! * scale * (q === 0 ? 1 : polynomial(this.series[n]!, q))
    }
  }

  /** Adds points beyond Γ of a process of rate 1, which contribute $cv^{-\beta}$ each, β > 1: $\kappa_n = c^n\Gamma^{1-n\beta}/(n\beta-1)$. */
  addScatterers(edge: number, coefficient: number, exponent: number): void {
    const power = coefficient * edge ** -exponent
    let scale = edge
    for (let n = 0; n < 4; n++) {
      scale *= power
      this.cumulants[n]! += scale / ((n + 1) * exponent - 1)
    }
  }
}

/** Coefficients of ${}_2F_1(1-a,2-a;1;q)$, a polynomial for integer a. Otherwise as many as matter at q ≤ 1/2. */
const offCentreSeries = (a: number): Float64Array => {
  const coefficients = [1]
  for (let k = 0, c = 1; k < 200 && (k <= a || Math.abs(c) * 2 ** -k > 1e-13) && c !== 0; k++) {
    c *= ((k + 1 - a) * (k + 2 - a)) / (k + 1) ** 2
    coefficients.push(c)
  }
  return Float64Array.from(coefficients)
}

const polynomial = (coefficients: Float64Array, x: number): number => {
  let sum = 0
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * x + coefficients[k]!
  return sum
}
