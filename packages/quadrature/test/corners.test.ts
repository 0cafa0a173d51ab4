/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cornersTable, cornersTableIn, worstPoints } from '../../../tooling/checks/src/corner-points.js'
import { absolute, cornerFunctions } from '../golden/corner-points.js'
import corners from '../golden/corners.json' with { type: 'json' }
import record from '../golden/corners-record.json' with { type: 'json' }

const largestError = 3e-14

it('a seeded sample of the corners is right', () => {
  const points = corners.rows as [string, number[], number | string][]
  for (const { worst, call, computed, right } of worstPoints(points, cornerFunctions, absolute))
    expect(worst, `${call} = ${computed}, right ${right}`).toBeLessThan(largestError)
})

it('so was each of the points of the record, which the README shows', () => {
  expect(record.worst.map(({ name }) => name).sort()).toEqual(Object.keys(cornerFunctions).sort())
  for (const { name, points, worst, call } of record.worst) {
    expect(points, name).toBeGreaterThanOrEqual(2000)
    expect(worst, call).toBeLessThan(largestError)
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(cornersTableIn(readme)).toBe(cornersTable(record.worst))
})
