/** The area that discs of radii a and b have in common, with their centres at distance d ≥ 0. */
export const discOverlap = (a: number, b: number, d: number): number => {
  if (d >= a + b) return 0
  const smaller = Math.min(a, b)
  if (d <= Math.abs(a - b)) return Math.PI * smaller * smaller
  const cosine = (radius: number, other: number): number =>
    Math.max(-1, Math.min(1, (d * d + radius * radius - other * other) / (2 * d * radius)))
  const kite = (a + b - d) * (d + a - b) * (d - a + b) * (d + a + b)
  return a * a * Math.acos(cosine(a, b)) + b * b * Math.acos(cosine(b, a)) - Math.sqrt(Math.max(0, kite)) / 2
}
