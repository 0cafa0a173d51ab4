import { integrateAdaptive } from '@isacnet/quadrature'
import {
  assertInterferers,
  communicationInterferenceExponent,
  type Interferers,
} from './communication-laplace-transform.js'
import { gammaTransformComplement } from './gamma-transform.js'

/**
 * Density $a(t)$ of the interferers at distance t from the serving BS, in units of the distance R between it and the target
 * and relative to $u = \pi\lambda R^2$: $2t(1-\arccos(t/2)/\pi)$ for t < 2, where the interference hole is, and 2t beyond.
 */
export const interfererDensity = (t: number): number => 2 * t * (t < 2 ? 1 - Math.acos(t / 2) / Math.PI : 1)

/** $A(t) = \int_0^t a(y)\,dy$, the mean number of interferers within t relative to u: t² − 1 for t ≥ 2. */
export const interferersWithin = (t: number): number => {
  if (t >= 2) return t * t - 1
  const theta = 2 * Math.acos(t / 2)
  return t * t - 1 - (theta * Math.cos(theta) - Math.sin(theta)) / Math.PI
}

/**
 * $S(s,t) = \int_t^\infty \bigl(1-(1+sy^{-\alpha})^{-K}\bigr)\,a(y)\,dy$, with which bs-centric sensing has
 * $\mathrm E[e^{-zI_S} \mid u, t] = e^{-uS(s,t)}$, $s = zR^{2\beta-\alpha}$: interferers beyond the distance t from the serving BS.
 * By adaptive quadrature; the rates use faster forms.
 *
 * @param s - ≥ 0.
 * @param t - ≥ 0; 0 when Q = 1.
 * @throws {InvalidParameterError} for interferers that aren't as their type says.
 * @throws {NonConvergenceError} when 1e-11 is not reached.
 */
export const bsCentricInterferenceExponent = (s: number, t: number, interferers: Interferers): number =>
  integrateRings(s, [t, 2], interferers, (y) => reduction(s, y, interferers) * interfererDensity(y))

/**
 * $\tilde S(s,w) = \int \bigl(1-(1+sy^{-\alpha})^{-K}\bigr)\,2yf(y)\,dy$, with which target-centric sensing has
 * $\mathrm E[e^{-zI_S} \mid u, w] = e^{-u\tilde S(s,w)}$: interferers outside the disc of radius $w = r_Q/R$ around the target, of
 * whose rings of radius y around the serving BS the share $f(y) = 1-\arccos\frac{y^2+1-w^2}{2y}/\pi$ remains for
 * $w-1 < y < w+1$, none within, all beyond. By adaptive quadrature; the rates use faster forms.
 *
 * @param s - ≥ 0.
 * @param w - ≥ 1; 1 when Q = 1, where $\tilde S(s,1) = S(s,0)$.
 * @throws {InvalidParameterError} for interferers that aren't as their type says.
 * @throws {NonConvergenceError} when 1e-11 is not reached.
 */
export const targetCentricInterferenceExponent = (s: number, w: number, interferers: Interferers): number =>
  integrateRings(s, [w - 1, w + 1], interferers, (y) => {
    const cosine = (y * y + 1 - w * w) / (2 * y)
    const share = 1 - Math.acos(Math.max(-1, Math.min(1, cosine))) / Math.PI
    return reduction(s, y, interferers) * 2 * y * share
  })

/** $1-(1+sy^{-\alpha})^{-K}$. */
const reduction = (s: number, y: number, { usersPerCell, pathLossExponent }: Interferers): number =>
  gammaTransformComplement(s * y ** -pathLossExponent, usersPerCell)

/** $\int_{from}^\infty f$, where f is smooth up to the edge and that of the plain PPP beyond it. */
const integrateRings = (
  s: number,
  [from, edge]: readonly [number, number],
  interferers: Interferers,
  f: (y: number) => number,
): number => {
  assertInterferers(interferers)
  if (s === 0) return 0
  const start = Math.max(from, edge)
  const beyond =
    start ** 2 * communicationInterferenceExponent(s * start ** -interferers.pathLossExponent, 1, interferers)
  return from < edge
    ? integrateAdaptive(f, from, edge, { relativeTolerance: 1e-11, maxBisections: 2000 }).value + beyond
    : beyond
}
