import { NonConvergenceError } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { legalCase, uniformNumbers } from './legal-networks.js'

it('has a positive finite rate that knows its error, or says that there is none, for 2000 networks of the legal domain', {
  timeout: 900_000,
}, () => {
  const u = uniformNumbers(77)
  const faults: unknown[] = []
  let values = 0
  for (let i = 0; i < 2000; i++) {
    const { name, parameters, rate } = legalCase(u)
    try {
      const { value, errorEstimate } = rate()
      values++
      if (!(value > 0 && value < Number.POSITIVE_INFINITY && errorEstimate > 0 && errorEstimate <= 1e-9 * value))
        faults.push({ name, parameters, value, errorEstimate })
    } catch (error) {
      if (!(error instanceof NonConvergenceError)) faults.push({ name, parameters, error: String(error) })
    }
  }
  expect(faults).toEqual([])
  expect(values).toBeGreaterThan(1500)
})
