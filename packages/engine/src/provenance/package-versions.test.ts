import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packageVersions } from '../provenance.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'isacnet-versions-'))
  install('@isacnet/upper', { '@isacnet/lower': '1', library: '1' })
  install('@isacnet/lower')
  install('library')
  write('package.json', JSON.stringify({ name: 'consumer' }))
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const install = (name: string, dependencies: Readonly<Record<string, string>> = {}): void => {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', dependencies }))
  write(`node_modules/${name}/src/index.ts`, `export const is = '${name}'\n`)
}
const versions = () => packageVersions(pathToFileURL(join(root, 'src/main.ts')).href)

it('names packages with all of isacnet that they import, or alone, each with a fingerprint of its code', () => {
  const both = versions()(['upper'])
  expect(Object.keys(both)).toEqual(['lower', 'upper'])
  expect(both.lower).toMatch(/^1\.2\.3 \([0-9a-f]{8}\)$/)
  expect(both.lower).not.toBe(both.upper)
  expect(versions()([], ['upper'])).toEqual({ upper: both.upper })
})

it('has another fingerprint for other code, and not for other tests', () => {
  const before = versions()(['upper'])
  write('node_modules/@isacnet/lower/src/index.test.ts', 'it()\n')
  expect(versions()(['upper'])).toEqual(before)
  write('node_modules/@isacnet/lower/src/more.ts', 'export {}\n')
  const after = versions()(['upper'])
  expect(after.upper).toBe(before.upper)
  expect(after.lower).not.toBe(before.lower)
})

it('throws where files are missing', () => {
  expect(() => versions()(['none'])).toThrow('@isacnet/none is not installed')
  rmSync(join(root, 'node_modules/@isacnet/lower/src/index.ts'))
  expect(() => versions()(['upper'])).toThrow('there is no code in')
})
