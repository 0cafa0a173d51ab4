import { beforeAll, describe, expect, it } from 'vitest'
import { type Comparison, compareWithOracle, goldenFiles } from '../golden/rows.js'
import { accuracyTable, tableInReadme } from '../scripts/accuracy.js'

/** The accuracy that the rates promise over the box that the golden tables sample. */
const tolerance = 1e-8

describe('against the oracle', () => {
  const comparisons = new Map<string, readonly Comparison[]>()
  beforeAll(() => {
    for (const file of goldenFiles) comparisons.set(file, compareWithOracle(file))
  }, 240_000)

  it.each(goldenFiles)('%s: rates are right to 1e-8, and know how well', (file) => {
    const all = comparisons.get(file)!
    expect(all.length).toBeGreaterThanOrEqual(40)
    const failures = all.filter(({ rate, expected, oracleError }) => {
      const error = Math.abs(rate.value - expected)
      return !(error <= tolerance * expected && error <= 2 * rate.errorEstimate + oracleError + 1e-13 * expected)
    })
    expect(failures).toEqual([])
  })

  it('has an oracle that is better than what it judges', () => {
    for (const { expected, oracleError, row } of [...comparisons.values()].flat())
      expect(oracleError, row).toBeLessThanOrEqual(1e-10 * expected)
  })

  it('has the errors that the README shows', () => {
    expect(tableInReadme()).toBe(accuracyTable([...comparisons.values()].flat()))
  })
})
