import { expect, it } from 'vitest'
import { echoSignal } from './echo-signal.js'

it('has the mean gain K, whatever D is', () => {
  for (const K of [1, 2, 5, 12])
    for (const D of [1, 6]) {
      const orders = new Float64Array(D + 1)
      orders[D] = 1
      const z = 1e-7
      expect(echoSignal(K, 20, orders)(Math.log(z)) / z / K, `K = ${K}, D = ${D}`).toBeCloseTo(1, 4)
    }
})

it('has the law of one beam towards a direction of the same norm as all: M_t Beta(1, M_t − 1)', () => {
  const signal = echoSignal(1, 4, Float64Array.of(0, 1))
  // 1 − E e^(−4zB), B ~ Beta(1, 3), by a rectangle rule.
  const n = 20_000
  for (const z of [0.1, 1, 10]) {
    let mean = 0
    for (let i = 0; i < n; i++) {
      const b = (i + 0.5) / n
      mean += (3 * (1 - b) ** 2 * -Math.expm1(-4 * z * b)) / n
    }
    expect(signal(Math.log(z))).toBeCloseTo(mean, 7)
  }
})
