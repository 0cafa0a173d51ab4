/**
 * ln(1 + t) − t for t > −1, relative to itself also where the two cancel. With r = t/(2 + t), ln(1 + t) is 2 artanh r and
 * 2r − t = −t r, so that it is −t r + 2(r³/3 + r⁵/5 + …): |r| ≤ 1/3 for |t| ≤ 1/2 … 1.
 */
export function log1pLessArgument(t: number): number {
  if (t > 1 || t < -0.5) return Math.log1p(t) - t
  const r = t / (2 + t)
  const w = r * r
  let sum = 0
  for (let n = 33; n >= 3; n -= 2) sum = sum * w + 1 / n
  return 2 * r * w * sum - t * r
}
