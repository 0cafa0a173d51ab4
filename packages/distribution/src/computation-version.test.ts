import { expect, it } from 'vitest'
import { version } from '../package.json'
import { computationVersion } from './computation-version.js'

it('is the package’s version with fingerprints, and the same every time', async () => {
  const text = await computationVersion()
  expect(text).toMatch(/^\S+ \(code [0-9a-f]{12}, arithmetic [0-9a-f]{12}\)$/)
  expect(text.startsWith(`${version} `)).toBe(true)
  expect(await computationVersion()).toBe(text)
})
