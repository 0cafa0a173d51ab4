import { expect, it } from 'vitest'
import { normalRows } from '../../golden/quantile-rows.js'
import { relativeError } from '../../golden/relative-error.js'
import { normalQuantile } from './normal-quantile.js'

it('is what mpmath gives, however small the probability', () => {
  for (const [significance, value] of normalRows)
    expect(relativeError(normalQuantile(significance), value), `${significance}`).toBeLessThan(1e-15)
})

it.each([0, 1, -0.1, Number.NaN, 1e-310])('has none of %d', (significance) => {
  expect(() => normalQuantile(significance)).toThrow(/^normalQuantile: significance must be a number > 0/)
})
