import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { integralBeyond } from '../../test/integral-beyond.js'
import { FarField } from './far-field.js'

/** The mean over a circle of radius √w around the centre, seen from a point at √u, of the squared distance to the power −a. */
const overCircle = (w: number, u: number, a: number): number => {
  const steps = 64
  let sum = 0
  for (let i = 0; i < steps; i++)
    sum += (w + u - 2 * Math.sqrt(u * w) * Math.cos((2 * Math.PI * (i + 0.5)) / steps)) ** -a
  return sum / steps
}

/** E gⁿ = K(K + 1)⋯ of Γ(K, 1). */
const moment = (K: number, n: number): number => Array.from({ length: n }, (_, i) => K + i).reduce((a, b) => a * b, 1)

it.each([
  [4, 3, 20, 0],
  [4, 3, 20, 1],
  [4, 1, 5, 2.5],
  [2.5, 2, 8, 3],
  [3.3, 5, 3, 1.5],
  [6, 2, 10, 4],
])(
  'has Campbell’s cumulants for α = %d, K = %d, beyond %d, seen from %d',
  { timeout: 60_000 },
  (alpha, K, edge, offset) => {
    const far = new FarField(defineNetwork({ alpha, K }))
    far.setInterferers(edge, offset)
    for (let n = 1; n <= 4; n++) {
      const exact = moment(K, n) * integralBeyond(edge, (v) => overCircle(v, offset, (n * alpha) / 2))
      expect(Math.abs(far.cumulants[n - 1]! / exact - 1), `cumulant ${n}`).toBeLessThan(1e-4)
    }
  },
)

it('adds scatterers', { timeout: 60_000 }, () => {
  const far = new FarField(defineNetwork({ alpha: 4, K: 1 }))
  far.setInterferers(3, 0)
  const before = far.cumulants.slice()
  far.addScatterers(2, 0.3, 1.7)
  for (let n = 1; n <= 4; n++) {
    const exact = integralBeyond(2, (v) => (0.3 * v ** -1.7) ** n)
    expect(Math.abs((far.cumulants[n - 1]! - before[n - 1]!) / exact - 1)).toBeLessThan(1e-4)
  }
})

it('has the moments of points that are drawn', { timeout: 60_000 }, () => {
  // Points of rate 1 in areas 2 … 400, and the mean of the small rest, with gains Γ(2, 1).
  let state = 12345
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  const draws = 20_000
  const values = Array.from({ length: draws }, () => {
    let v = 2
    let sum = 0
    for (;;) {
      v -= Math.log(uniform())
      if (v > 400) return sum + 2 / 400
      sum += -Math.log(uniform() * uniform()) / (v * v)
    }
  })
  const far = new FarField(defineNetwork({ alpha: 4, K: 2 }))
  far.setInterferers(2, 0)
  const [mean, variance] = [far.cumulants[0]!, far.cumulants[1]!]
  const average = values.reduce((a, b) => a + b) / draws
  expect(Math.abs(average - mean)).toBeLessThan(4.5 * Math.sqrt(variance / draws))
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws
  const kurtosis = far.cumulants[3]! + 2 * variance ** 2
  expect(Math.abs(squares - variance)).toBeLessThan(4.5 * Math.sqrt(kurtosis / draws))
})
