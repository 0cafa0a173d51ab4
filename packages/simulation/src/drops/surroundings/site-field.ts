import type { Network } from '@isacnet/model'
import { type PointPattern, type SiteLayout, siteCells } from '@isacnet/stochastic-geometry'
import { pathGain } from '../../kernel/path-gain.js'

/** The sites around the cell of one of them, and what all others send there. */
export interface SiteField {
  /** Sites that are looked at one by one, the site itself among them. */
  readonly near: Int32Array
  /** They are those whose squared distance from the site is at most this, in km². */
  readonly squaredRadius: number
  /** $\sum_jr_j^{-\alpha}$ of all others at a place of the cell, in units of $\lambda^{\alpha/2}$. */
  mean(x: number, y: number): number
  /** An upper bound of $\sum_jr_j^{-2\alpha}$ of all others in the cell, in units of $\lambda^\alpha$. */
  readonly squaredBound: number
}

/** Up to so many sites are all looked at one by one. */
const mostNear = 500

/** Sites are looked at one by one within so many times the distance of the furthest corner of the cell. */
const ratio = 5

/**
 * The fields of the sites of a layout, each made when it is asked for. Sites that are far away from a cell, at least {@link ratio} times as far as the cell reaches, are
 * expanded around its site: with d from the far site to this one and h from there to a place of the cell,
 *
 * $$|d+h|^{-\alpha}=|d|^{-\alpha}(1+a+q)^{-\alpha/2},\quad a=\frac{2d\cdot h}{|d|^2},\quad q=\frac{|h|^2}{|d|^2},$$
 *
 * up to the fourth power of h. At the site itself, where targets are sensed, that is exact.
 */
export const siteFields = (layout: SiteLayout, network: Network): ((b: number) => SiteField) => {
  const { stations, cells, index } = siteCells(layout)
  const { baseStationDensity: density, pathLossExponent: alpha } = network
  const count = stations.x.length
  const everybody = Int32Array.from(stations.x.keys())
  const whole: SiteField = { near: everybody, squaredRadius: Infinity, mean: () => 0, squaredBound: 0 }
  const fields: (SiteField | undefined)[] = []
  const made = (b: number): SiteField => {
    const [cx, cy] = [stations.x[b]!, stations.y[b]!]
    const { triangles } = cells[b]!
    let reach = 0
    for (let at = 0; at < triangles.length; at += 2)
      reach = Math.max(reach, Math.hypot(triangles[at]! - cx, triangles[at + 1]! - cy))
    const squaredRadius = (ratio * reach) ** 2
    const near = index.within(cx, cy, ratio * reach).toSorted()
    const { coefficients, squares } = expansion(stations, b, squaredRadius, density, alpha)
    const squaredBound = squares * (1 - 1 / ratio) ** (-2 * alpha)
    return { near, squaredRadius, squaredBound, mean: (x, y) => polynomial(coefficients, x - cx, y - cy) }
  }
  return (b) => {
    if (count <= mostNear) return whole
    fields[b] ??= made(b)
    return fields[b]
  }
}

/** The coefficients of 1, x, y, x², xy, y², x³, x²y, … y⁴ for all sites that are far away from site b, and the sum of the squares of what they send there. */
const expansion = (
  { x, y }: PointPattern,
  b: number,
  squaredRadius: number,
  density: number,
  alpha: number,
): { readonly coefficients: Float64Array; readonly squares: number } => {
  const attenuate = pathGain(alpha)
  const s = alpha / 2
  // The binomial coefficients of the power −s.
  const c1 = -s
  const c2 = (c1 * (-s - 1)) / 2
  const c3 = (c2 * (-s - 2)) / 3
  const c4 = (c3 * (-s - 3)) / 4
  const [cx, cy] = [x[b]!, y[b]!]
  let [k0, k1, k2, k3, k4, k5, k6, k7, k8, k9] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  let [k10, k11, k12, k13, k14, squares] = [0, 0, 0, 0, 0, 0]
  for (let j = 0; j < x.length; j++) {
    const dx = cx - x[j]!
    const dy = cy - y[j]!
    const squared = dx * dx + dy * dy
    if (squared <= squaredRadius) continue
    const g = attenuate(squared * density)
    squares += g * g
    const q = 1 / squared
    const a = 2 * dx * q
    const e = 2 * dy * q
    const aa = a * a
    const ae = a * e
    const ee = e * e
    const q2 = c2 * q
    const q3 = 3 * c3 * q
    k0 += g
    k1 += g * c1 * a
    k2 += g * c1 * e
    k3 += g * (c1 * q + c2 * aa)
    k4 += g * 2 * c2 * ae
    k5 += g * (c1 * q + c2 * ee)
    k6 += g * a * (2 * q2 + c3 * aa)
    k7 += g * e * (2 * q2 + 3 * c3 * aa)
    k8 += g * a * (2 * q2 + 3 * c3 * ee)
    k9 += g * e * (2 * q2 + c3 * ee)
    k10 += g * (q2 * q + q3 * aa + c4 * aa * aa)
    k11 += g * ae * (2 * q3 + 4 * c4 * aa)
    k12 += g * (2 * q2 * q + q3 * (aa + ee) + 6 * c4 * aa * ee)
    k13 += g * ae * (2 * q3 + 4 * c4 * ee)
    k14 += g * (q2 * q + q3 * ee + c4 * ee * ee)
  }
  return { coefficients: Float64Array.of(k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12, k13, k14), squares }
}

const polynomial = (c: Float64Array, x: number, y: number): number => {
  const [xx, xy, yy] = [x * x, x * y, y * y]
  return (
    c[0]! +
    c[1]! * x +
    c[2]! * y +
    c[3]! * xx +
    c[4]! * xy +
    c[5]! * yy +
    x * (c[6]! * xx + c[7]! * xy + c[8]! * yy) +
    c[9]! * yy * y +
    xx * (c[10]! * xx + c[11]! * xy + c[12]! * yy) +
    yy * (c[13]! * xy + c[14]! * yy)
  )
}
