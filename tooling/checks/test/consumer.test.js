import { describe, expect, it, vi } from 'vitest'
import { checkCommand, checkLibraries, consumerManifest, installTarballs } from '../src/consumer.js'
import { Report } from '../src/report.js'
import { publishedConditions } from '../src/shape/package-rules.js'
import { writeFolder } from './fixture-repository.js'

/** @returns {Record<string, string>} */
const soundLibrary = () => ({
  'package.json': JSON.stringify({
    name: '@isacnet/model',
    version: '0.1.0',
    type: 'module',
    exports: { '.': publishedConditions('./src/index.ts'), './package.json': './package.json' },
  }),
  'dist/index.js': 'export const density = 1\nexport const area = 2\n',
  'dist/index.cjs': 'exports.density = 1\nexports.area = 2\n',
  'dist/index.d.ts': 'export declare const density: number\nexport declare const area: number\nexport type Unit = 1\n',
  'dist/index.d.cts': 'export declare const density: number\nexport declare const area: number\nexport type Unit = 1\n',
})

/** @param {(report: Report) => void} check */
function failures(check) {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const report = new Report()
  check(report)
  const lines = print.mock.calls.flat().map(String)
  print.mockRestore()
  return { report, failed: lines.filter((line) => line.startsWith('FAIL')), text: lines.join('\n') }
}

/** @param {Record<string, string>} library */
function check(library) {
  const project = writeFolder({
    'package.json': '{ "type": "module" }',
    ...Object.fromEntries(Object.entries(library).map(([path, text]) => [`node_modules/@isacnet/model/${path}`, text])),
  })
  return failures((report) => checkLibraries(['@isacnet/model'], project, report))
}

describe('an installed library', { timeout: 30_000 }, () => {
  it('passes when ESM, CJS and both declarations agree', () => {
    const { report, text } = check(soundLibrary())
    expect(report, text).toMatchObject({ passed: 5, failed: 0 })
  })

  it('fails when CJS lacks a name', () => {
    expect(check({ ...soundLibrary(), 'dist/index.cjs': 'exports.density = 1\n' }).failed).toEqual([
      'FAIL  @isacnet/model: ESM and CJS expose the same names',
    ])
  })

  it('fails when it exposes nothing', () => {
    const empty = { 'dist/index.js': 'export {}\n', 'dist/index.cjs': '\n' }
    expect(check({ ...soundLibrary(), ...empty }).failed).toEqual([
      'FAIL  @isacnet/model: ESM and CJS expose the same names',
      'FAIL  0 entry points to type-check',
    ])
  })

  it('fails when it cannot be imported', () => {
    const { failed, text } = check({ ...soundLibrary(), 'dist/index.js': "export * from 'not-a-dependency'\n" })
    expect(failed[0]).toBe('FAIL  @isacnet/model: ESM and CJS expose the same names')
    expect(text).toContain('not-a-dependency')
  })

  it('fails where the types lack a name', () => {
    expect(check({ ...soundLibrary(), 'dist/index.d.cts': 'export declare const density: number\n' }).failed).toEqual([
      'FAIL  types under node16: consumer/isacnet-model.cts',
    ])
  })

  it('fails where the types declare a name that does not exist', () => {
    const library = soundLibrary()
    library['dist/index.d.ts'] += 'export declare const volume: number\n'
    expect(check(library).failed).toEqual([
      'FAIL  types under node16: consumer/isacnet-model.mts',
      'FAIL  types under bundler: consumer/isacnet-model.ts',
    ])
  })

  it('fails where declarations do not compile', () => {
    const library = soundLibrary()
    library['dist/index.d.ts'] += "export type Lost = import('not-a-dependency').Lost\n"
    const { report, text } = check(library)
    expect(text).toContain('not-a-dependency')
    expect(report.failed).toBe(2)
  })
})

describe('the check', () => {
  it('fails when there is no tarball', () => {
    expect(failures((report) => installTarballs([], writeFolder({}), report)).report.failed).toBe(1)
  })

  it('fails when the command is not among the tarballs', () => {
    expect(failures((report) => checkCommand([], writeFolder({}), report)).report.failed).toBe(1)
  })

  it('fails when the command is not installed', () => {
    const project = writeFolder({ 'package.json': '{}' })
    const tarballs = [{ name: 'isacnet', version: '0.1.0', path: '' }]
    expect(failures((report) => checkCommand(tarballs, project, report)).report.failed).toBe(3)
  }, 30_000)

  it('keeps the packages from being looked up in the registry', () => {
    expect(consumerManifest([{ name: '@isacnet/model', version: '0.1.0', path: '/packed/model.tgz' }])).toMatchObject({
      dependencies: { '@isacnet/model': 'file:/packed/model.tgz' },
      overrides: { '@isacnet/model': '$@isacnet/model' },
    })
  })
})
