/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cornersTable, cornersTableIn, worstPoints } from '../../../tooling/checks/src/corner-points.js'
import { absolute, cornerFunctions } from '../golden/corner-points.js'
import corners from '../golden/corners.json' with { type: 'json' }
import record from '../golden/corners-record.json' with { type: 'json' }

/** Entries of up to 10⁶ antennas, at 5e-16 times their number. */
const largestError = (name: string): number =>
  name.startsWith('steeringVector') ? 5e-10 : name === 'receiveFilterReal' ? 1e-12 : 1e-14

it('a seeded sample of the corners is right', () => {
  const points = corners.rows as [string, number[], number | string][]
  for (const { name, worst, call, computed, right } of worstPoints(points, cornerFunctions, absolute))
    expect(worst, `${call} = ${computed}, right ${right}`).toBeLessThan(largestError(name))
})

it('so was each of the points of the record, which the README shows', () => {
  expect(record.worst.map(({ name }) => name).sort()).toEqual(Object.keys(cornerFunctions).sort())
  for (const { name, points, worst, call } of record.worst) {
    expect(points, name).toBeGreaterThanOrEqual(2000)
    expect(worst, call).toBeLessThan(largestError(name))
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(cornersTableIn(readme)).toBe(cornersTable(record.worst))
})
