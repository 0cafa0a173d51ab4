/** $r^{-\alpha}$ as a function of $r^2$, without a power where α is 2, 3, 4, 5 or 6. */
export const pathGain = (exponent: number): ((squaredDistance: number) => number) => {
  if (exponent === 4) return (squared) => 1 / (squared * squared)
  if (exponent === 2) return (squared) => 1 / squared
  if (exponent === 3) return (squared) => 1 / (squared * Math.sqrt(squared))
  if (exponent === 5) return (squared) => 1 / (squared * squared * Math.sqrt(squared))
  if (exponent === 6) return (squared) => 1 / (squared * squared * squared)
  const half = -exponent / 2
  return (squared) => squared ** half
}
