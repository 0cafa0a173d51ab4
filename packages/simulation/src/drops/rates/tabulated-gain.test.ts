import { expect, it } from 'vitest'
import { tabulatedGain } from './tabulated-gain.js'

it.each([1, 2, 30, 128])('is −ln φ of Γ(%d, 1)', (shape) => {
  const gain = tabulatedGain((s) => (1 + s) ** -shape, shape)
  for (let x = -20; x < 60; x += 0.31) {
    const s = Math.exp(x)
    const exact = shape * Math.log1p(s)
    // Below the table it is linear, beyond it φ is less than e^(−60).
    if (exact < 55) expect(Math.abs(gain(s) / exact - 1), `at ${s}`).toBeLessThan(x < -10 ? 1e-4 : 4e-5)
    else expect(gain(s), `at ${s}`).toBeGreaterThan(50)
  }
})
