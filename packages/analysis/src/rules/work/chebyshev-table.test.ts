import { expect, it } from 'vitest'
import { chebyshevTable } from './chebyshev-table.js'

it('is the function that it was made of, and asks for each panel once', () => {
  let calls = 0
  const f = (y: number): number => -Math.log1p(Math.exp(-y))
  const table = chebyshevTable((y) => {
    calls++
    return f(y)
  })
  for (let i = 0; i <= 4000; i++) {
    const y = -30 + (60 * i) / 4000
    expect(Math.abs(table(y) - f(y))).toBeLessThan(1e-11 * Math.max(1, Math.abs(y)))
  }
  expect(calls).toBe(61 * 16)
})
