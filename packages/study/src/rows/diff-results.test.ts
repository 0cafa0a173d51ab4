import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { finishStudy } from '../../test/finished-study.js'
import { smallStudy, temporaryDirectory } from '../../test/small-study.js'
import { readResults } from '../results/read-results.js'
import { diffResults, type StudyResults } from './diff-results.js'
import type { ResultRow } from './result-row.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let directory: string
let base: StudyResults
const results = async (name: string, ...args: Parameters<typeof smallStudy>): Promise<StudyResults> => {
  const path = join(directory, name)
  await finishStudy(path, await smallStudy(...args))
  return readResults(path)
}
beforeAll(async () => {
  directory = temporaryDirectory()
  base = await results('base')
})
afterAll(() => rmSync(directory, { recursive: true }))

describe('diffResults', () => {
  it('finds nothing in a study against itself', () => {
    expect(diffResults(base, base, 1e-3)).toMatchObject({
      compared: 15,
      identical: 15,
      changed: [],
      onlyInA: 0,
      onlyInB: 0,
      configuration: [],
    })
  })

  it('calls no value changed for another seed, and says that the seed is another', async () => {
    const { compared, identical, changed, configuration } = diffResults(base, await results('seed', { seed: 2 }), 1e-3)
    // Theorems have no seed, simulations differ in every bit.
    expect({ compared, identical, changed }).toEqual({ compared: 15, identical: 9, changed: [] })
    expect(configuration.map(({ kind }) => kind)).toContain('seed')
    expect(configuration.filter(({ kind }) => kind === 'configuration')).toEqual([])
  })

  it('finds what another network changes, and names the parameter', async () => {
    const { changed, configuration } = diffResults(base, await results('alpha', { network: ', alpha: 3' }), 1e-3)
    expect(changed.filter(({ zScore }) => zScore === null)).toHaveLength(9)
    expect(changed.filter(({ zScore }) => zScore !== null).length).toBeGreaterThanOrEqual(3)
    expect(configuration.map(({ member }) => member)).toContain('parameters.pathLossExponent')
  })

  it('holds a simulated value against its error by a z test, corrected for the number of comparisons', () => {
    const shifted = (standardErrors: number): StudyResults => ({
      ...base,
      rows: base.rows.map((row) => {
        const { communicationRate: rate } = row
        if (row.kind !== 'simulation' || row.point !== 0 || rate === null) return row
        const shift = (rate.biasBound ?? 0) * 2 + standardErrors * Math.SQRT2 * rate.standardError!
        return { ...row, communicationRate: { ...rate, value: rate.value + shift } }
      }),
    })
    // Six simulated comparisons: significance 0.05 is 0.05/6, which a normal variate exceeds at 2.638257 (SciPy) standard errors; 1 % more of
    // the significance is 2.634881.
    expect(diffResults(base, shifted(2.637), 0.05).changed).toEqual([])
    expect(diffResults(base, shifted(2.6395), 0.05).changed).toHaveLength(1)
    const [found, ...others] = diffResults(base, shifted(2.7), 0.05).changed
    expect(others).toEqual([])
    expect(found).toMatchObject({ quantity: 'communicationRate', coordinates: { usersPerCell: 1 } })
    expect(found!.zScore).toBeCloseTo(2.7, 9)
  })

  it('compares rates in nats, whatever the units of the studies', () => {
    const factor = 1 / Math.LN2
    const inBits = (value: ResultRow['communicationRate']) =>
      value === null
        ? null
        : {
            ...value,
            value: value.value * factor,
            ...(value.errorEstimate === undefined ? {} : { errorEstimate: value.errorEstimate * factor }),
            ...(typeof value.standardError === 'number' ? { standardError: value.standardError * factor } : {}),
            ...(value.biasBound === undefined ? {} : { biasBound: value.biasBound * factor }),
          }
    const bits: StudyResults = {
      ...base,
      manifest: { ...base.manifest, unit: 'bits' },
      rows: base.rows.map((row) => ({
        ...row,
        communicationRate: inBits(row.communicationRate),
        sensingRate: inBits(row.sensingRate),
      })),
    }
    const { changed, configuration, compared } = diffResults(base, bits, 0.05)
    expect({ compared, changed }).toEqual({ compared: 15, changed: [] })
    expect(configuration.map(({ member }) => member)).toEqual(['unit'])
  })

  it('counts points that only one has', async () => {
    const fewer: StudyResults = { ...base, rows: base.rows.slice(2) }
    expect(diffResults(base, fewer, 1e-3)).toMatchObject({ onlyInA: 2, onlyInB: 0, compared: 10 })
    expect(diffResults(fewer, base, 1e-3)).toMatchObject({ onlyInA: 0, onlyInB: 2, compared: 10 })
  })
})
