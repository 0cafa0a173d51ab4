import { expect, it } from 'vitest'
import { version } from '../../package.json'
import { madeUpWork } from '../../test/made-up-work.js'
import { computationVersion } from './computation-version.js'

it('is the package’s version with fingerprints, and the same every time', () => {
  const text = computationVersion(madeUpWork.module)
  expect(text).toMatch(/^\S+ \(code [0-9a-f]{12}, arithmetic [0-9a-f]{12}\)$/)
  expect(text.startsWith(`${version} `)).toBe(true)
  expect(computationVersion(madeUpWork.module)).toBe(text)
})
