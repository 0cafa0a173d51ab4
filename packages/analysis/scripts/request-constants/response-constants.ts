import { at, features, place, responses, smallDegrees } from './response-blocks.js'

/** Coefficients of a response at the BS of one rank: on $1$ (ranks only), $u_f$, $A, B, A^2, AB, B^2$, and $u_f$ times these five. */
export const responseCoefficients = (
  sums: Float64Array,
  kind: number,
  size: number,
  rank: number,
  response: number,
): readonly number[] => {
  const where = place(kind, size, rank)
  const mean = sums[at.mean + where * responses + response]! / sums[at.weight]!
  const used = rank > 0 ? all : size > 1 ? all.slice(1) : all.slice(2, 7)
  const normal = (p: number, r: number): number =>
    sums[at.normal + (where * features + Math.max(p, r)) * features + Math.min(p, r)]!
  const moment = (p: number): number =>
    sums[at.moments + (where * features + p) * responses + response]! - mean * normal(p, 0)
  return fitted(used, normal, moment)
}

/** Coefficients of the deviation of an in-degree's probability, on $1, A, B, A^2, AB, B^2$. */
export const degreeCoefficients = (
  sums: Float64Array,
  block: 'degree' | 'interferer',
  size: number,
  degree: number,
  base: number,
): readonly number[] => {
  const used = block === 'degree' ? [2, 3, 4, 5, 6] : [0, 2, 3, 4, 5, 6]
  const normal = (p: number, r: number): number =>
    sums[at[`${block}Normal`] + Math.max(p, r) * features + Math.min(p, r)]!
  const moment = (p: number): number =>
    sums[at[`${block}Moments`] + (p * 7 + size - 2) * smallDegrees + degree]! - base * normal(p, 0)
  const coefficients = fitted(used, normal, moment)
  return [coefficients[0]!, ...coefficients.slice(2, 7)]
}

const all = Array.from({ length: features }, (_, p) => p)

/** Least squares by the normal equations, scaled, with a ridge that decides between features that are almost alike. */
const fitted = (
  used: readonly number[],
  normal: (p: number, r: number) => number,
  moment: (p: number) => number,
): readonly number[] => {
  const n = used.length
  const scale = used.map((p) => Math.sqrt(normal(p, p)) || 1)
  const rows = used.map((p, i) => [
    ...used.map((r, j) => normal(p, r) / (scale[i]! * scale[j]!) + (i === j ? 1e-6 : 0)),
    moment(p) / scale[i]!,
  ])
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let r = i; r < n; r++) if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r
    const row = rows[pivot]!
    rows[pivot] = rows[i]!
    rows[i] = row
    for (let r = 0; r < n; r++) {
      if (r === i) continue
      const factor = rows[r]![i]! / row[i]!
      for (let c = i; c <= n; c++) rows[r]![c]! -= factor * row[c]!
    }
  }
  const coefficients = new Array<number>(features).fill(0)
  used.forEach((p, i) => {
    coefficients[p] = rows[i]![n]! / rows[i]![i]! / scale[i]!
  })
  return coefficients
}
