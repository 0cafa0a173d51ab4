import { InvalidParameterError } from '@isacnet/model'
import { integrateAdaptive } from '@isacnet/quadrature'
import {
  communicationInterferenceExponent,
  type Interferers,
} from '../communication/communication-laplace-transform.js'
import { gammaTransformComplement } from '../transforms/gamma-transform.js'

/**
 * Density $a(t)$ of the interferers at distance t from the serving BS, in units of the distance R between it and the target
 * and relative to $u = \pi\lambda R^2$: $2t(1-\arccos(t/2)/\pi)$ for t < 2, where the interference hole is, and 2t beyond.
 *
 * @example
 * interfererDensity(1).toFixed(9) // '1.333333333'
 * interfererDensity(3) // 6
 *
 * @param t - in [0, 10¹⁵⁰].
 * @throws {InvalidParameterError} outside that domain.
 */
export const interfererDensity = (t: number): number => {
  assertDistance('t', t, 0)
  return 2 * t * (t < 2 ? 1 - Math.acos(t / 2) / Math.PI : 1)
}

/**
 * $A(t) = \int_0^t a(y)\,dy$, the mean number of interferers within t relative to u: t² − 1 for t ≥ 2, and below, with
 * $\sin(\varphi/2) = t/2$, $\tfrac12 t^2 + (\sin\varphi-\varphi\cos\varphi)/\pi$, where nothing cancels that the series of the bracket doesn't
 * resolve.
 *
 * @example
 * interferersWithin(3) // 8
 *
 * @param t - in [0, 10¹⁵⁰].
 * @throws {InvalidParameterError} outside that domain.
 */
export const interferersWithin = (t: number): number => {
  assertDistance('t', t, 0)
  if (t >= 2) return t * t - 1
  return (t * t) / 2 + lens(2 * Math.asin(t / 2)) / Math.PI
}

/** $\sin\varphi-\varphi\cos\varphi$ for 0 ≤ φ ≤ π, relative to itself: $\sum_{k\ge1} (-1)^{k-1}\frac{2k}{(2k+1)!}\varphi^{2k+1}$ below 1. */
const lens = (phi: number): number => {
  if (phi > 1) return Math.sin(phi) - phi * Math.cos(phi)
  const square = phi * phi
  let sum = 1
  for (let k = 9; k >= 2; k--) sum = 1 - (sum * square) / ((2 * k - 2) * (2 * k + 1))
  return ((phi * square) / 3) * sum
}

/** Beyond it squares overflow. */
const furthest = 1e150

/** @throws {InvalidParameterError} unless the distance is in [least, 10¹⁵⁰]. */
const assertDistance = (name: string, value: number, least: number): void => {
  if (!(value >= least && value <= furthest))
    throw new InvalidParameterError(name, value, `a number from ${least} to ${furthest}`)
}

/**
 * $S(s,t) = \int_t^\infty \bigl(1-(1+sy^{-\alpha})^{-K}\bigr)\,a(y)\,dy$, with which bs-centric sensing has
 * $\mathrm E[e^{-zI_S} \mid u, t] = e^{-uS(s,t)}$, $s = zR^{2\beta-\alpha}$: interferers beyond the distance t from the serving BS.
 * By adaptive quadrature; the rates use faster forms.
 *
 * @example
 * bsCentricInterferenceExponent(1, 0, { usersPerCell: 2, pathLossExponent: 4 }).toFixed(9) // '1.760033286'
 *
 * @param s - ≥ 0, finite.
 * @param t - in [0, 10¹⁵⁰]; 0 when Q = 1.
 * @throws {InvalidParameterError} outside that domain.
 * @throws {NonConvergenceError} when 1e-11 is not reached.
 */
export const bsCentricInterferenceExponent = (s: number, t: number, interferers: Interferers): number => {
  assertDistance('t', t, 0)
  return integrateRings(s, [t, 2], interferers, interfererDensity)
}

/**
 * $\tilde S(s,w) = \int \bigl(1-(1+sy^{-\alpha})^{-K}\bigr)\,2yf(y)\,dy$, with which target-centric sensing has
 * $\mathrm E[e^{-zI_S} \mid u, w] = e^{-u\tilde S(s,w)}$: interferers outside the disc of radius $w = r_Q/R$ around the target, of
 * whose rings of radius y around the serving BS the share $f(y) = 1-\arccos\frac{y^2+1-w^2}{2y}/\pi$ remains for
 * $w-1 < y < w+1$, none within, all beyond. By adaptive quadrature; the rates use faster forms.
 *
 * @example
 * targetCentricInterferenceExponent(1, 1, { usersPerCell: 2, pathLossExponent: 4 }).toFixed(9) // '1.760033286'
 *
 * @param s - ≥ 0, finite.
 * @param w - in [1, 10¹⁵⁰]; 1 when Q = 1, where $\tilde S(s,1) = S(s,0)$.
 * @throws {InvalidParameterError} outside that domain.
 * @throws {NonConvergenceError} when 1e-11 is not reached.
 */
export const targetCentricInterferenceExponent = (s: number, w: number, interferers: Interferers): number => {
  assertDistance('w', w, 1)
  // f as a half angle, (1 + cos)/2 = (y+1−w)(y+1+w)/4y
  return integrateRings(s, [w - 1, w + 1], interferers, (y, beyond) => {
    const half = (beyond * (y + 1 + w)) / (4 * y)
    return 2 * y * (2 / Math.PI) * Math.asin(Math.sqrt(Math.min(1, half)))
  })
}

/** $1-(1+sy^{-\alpha})^{-K}$. */
const reduction = (s: number, y: number, { usersPerCell, pathLossExponent }: Interferers): number =>
  gammaTransformComplement(s * y ** -pathLossExponent, usersPerCell)

/**
 * $\int_{from}^\infty (1-(1+sy^{-\alpha})^{-K})\,\varrho(y)\,dy$, where the density ϱ, given y and y − from, is that of the plain PPP
 * beyond the edge and has square roots at both ends, which $y = from + (edge - from)\sin^2(\varphi/2)$ takes out.
 */
const integrateRings = (
  s: number,
  [from, edge]: readonly [number, number],
  interferers: Interferers,
  density: (y: number, beyond: number) => number,
): number => {
  const start = Math.max(from, edge)
  const outside = communicationInterferenceExponent(s, 1 / start, interferers)
  if (s === 0 || from >= edge) return outside
  const width = edge - from
  const integrand = (phi: number): number => {
    const beyond = width * Math.sin(phi / 2) ** 2
    const y = from + beyond
    return y === 0 ? 0 : reduction(s, y, interferers) * density(y, beyond) * (width / 2) * Math.sin(phi)
  }
  // In pieces that grow from the scale of `from`, on which ϱ changes and which a rule over the whole may not meet.
  let total = outside
  let last = 0
  for (let next = from === 0 ? Math.PI : Math.sqrt(from / width); last < Math.PI; next *= 4) {
    const end = next < 2 ? next : Math.PI
    total += integrateAdaptive(integrand, last, end, { relativeTolerance: 1e-11, maxBisections: 2000 }).value
    last = end
  }
  return total
}
