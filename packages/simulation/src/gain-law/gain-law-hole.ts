/**
 * No BS is nearer to a target than the one that serves it, at distance R: the disc of radius R around the target is a *hole*, whose edge
 * passes through the serving BS. In units of R², a circle of radius t < 2 around that BS lies outside the hole but for the share
 * $\arccos(t/2)/\pi$. The BSs' squared distances s = t² are those of a Poisson process whose cumulated rate is
 *
 * $$A(s) = s - \frac1\pi\int_0^s\arccos\frac{\sqrt x}2\,dx, \qquad A(s) = s-1 \text{ for } s\ge4.$$
 *
 * Given A, this is s. With $\sin^2\psi=A/3$, s/A is an analytic function of ψ, for which there is a Chebyshev series; relative error
 * below $10^{-12}$.
 */
export const squaredDistanceOutsideHole = (cumulated: number): number => {
  if (cumulated >= 3) return cumulated + 1
  const x = (4 / Math.PI) * Math.asin(Math.sqrt(cumulated / 3)) - 1
  let b = 0
  let c = 0
  for (let k = degree; k > 0; k--) {
    const next = 2 * x * b - c + series[k]!
    c = b
    b = next
  }
  return cumulated * (x * b - c + series[0]!)
}

/** Beyond this cumulated rate the hole has ended. */
export const endOfHole = 3

const degree = 20

/** A for $t = 2\sin\chi$, 0 ≤ χ ≤ π/2. */
const cumulatedRate = (chi: number): number => {
  const square = Math.sin(chi) ** 2
  return 2 * square + (4 * chi * square - 2 * chi + Math.sin(2 * chi)) / Math.PI
}

/** s/A where A = 3 sin²ψ, by bisection. */
const ratio = (psi: number): number => {
  const cumulated = endOfHole * Math.sin(psi) ** 2
  let low = 0
  let high = Math.PI / 2
  for (;;) {
    const chi = (low + high) / 2
    if (chi <= low || chi >= high) return (4 * Math.sin(chi) ** 2) / cumulated
    if (cumulatedRate(chi) < cumulated) low = chi
    else high = chi
  }
}

const series = ((): Float64Array => {
  const count = degree + 1
  const angles = Array.from({ length: count }, (_, i) => (Math.PI * (i + 0.5)) / count)
  const values = angles.map((angle) => ratio((Math.PI / 4) * (Math.cos(angle) + 1)))
  return Float64Array.from({ length: count }, (_, k) => {
    const sum = angles.reduce((total, angle, i) => total + values[i]! * Math.cos(k * angle), 0)
    return ((k === 0 ? 1 : 2) * sum) / count
  })
})()
