import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { testRun } from '../src/perturb/own-tests.js'
import { faultsOf, nameOf, perturbations, perturbed } from '../src/perturb/perturbations.js'
import { recordedFindings } from '../src/perturb/record.js'
import { packageFolders, repositoryRoot } from '../src/workspace.js'

it('finds each constant once, so that all can be perturbed', () => {
  expect(perturbations.length).toBeGreaterThanOrEqual(40)
  expect(faultsOf(perturbations, repositoryRoot)).toEqual([])
})

it('has some in every package that computes numbers', () => {
  const covered = new Set(perturbations.map((perturbation) => perturbation.package))
  // It hands blocks to threads and other machines: what it computes is how many at a time.
  const without = new Set(['engine'])
  expect(
    packageFolders(repositoryRoot, 'packages').filter((folder) => !covered.has(folder) && !without.has(folder)),
  ).toEqual([])
})

it('was noticed by a test of the package itself, of each the record says which', () => {
  const recorded = new Map(recordedFindings().map((finding) => [nameOf(finding), finding]))
  for (const perturbation of perturbations) {
    const finding = recorded.get(nameOf(perturbation))
    expect(finding?.noticed, nameOf(perturbation)).toBe(true)
    expect(finding?.by?.file).toMatch(new RegExp(`^packages/${perturbation.package}/`))
  }
  expect(recorded.size).toBe(perturbations.length)
})

it('says what is wrong with a list', () => {
  const root = mkdtempSync(join(tmpdir(), 'isacnet-list-'))
  const path = join(root, 'packages', 'model', 'src', 'gain.ts')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'export const gain = 2 * 3 * 3\n')
  const one = { package: 'model', file: 'src/gain.ts', what: 'the gain' }
  try {
    expect(faultsOf([{ ...one, snippet: '= 2', replacement: '= 2.02' }], root)).toEqual([])
    expect(faultsOf([{ ...one, snippet: '* 3', replacement: '* 3.03' }], root)[0]).toMatch(
      /must occur once, got 2 times/,
    )
    expect(faultsOf([{ ...one, snippet: '= 4', replacement: '= 4.04' }], root)[0]).toMatch(
      /must occur once, got 0 times/,
    )
    expect(faultsOf([{ ...one, snippet: '= 2', replacement: '= 2' }], root)[0]).toMatch(/changes nothing/)
    expect(faultsOf([{ ...one, file: 'src/no.ts', snippet: '= 2', replacement: '' }], root)[0]).toMatch(/no such file/)
    const twice = { ...one, snippet: '= 2', replacement: '= 2.02' }
    expect(faultsOf([twice, twice], root)).toEqual(['model: the gain: there are two of this name'])
  } finally {
    rmSync(root, { recursive: true })
  }
})

it('replaces text as it stands', () => {
  const dollars = { package: '', file: '', what: '', snippet: 'a', replacement: '$& $1' }
  expect(perturbed('(a)', dollars)).toBe('($& $1)')
})

it('takes a failed assertion for a test that notices, and nothing else', () => {
  const result = (/** @type {string} */ status, /** @type {string} */ message = '') => ({
    status,
    fullName: `a test that is ${status}`,
    failureMessages: [message],
  })
  const file = (/** @type {any[]} */ assertionResults, status = 'failed') => ({
    name: '/root/packages/model/src/gain.test.ts',
    status,
    message: 'Cannot find module\nat …',
    assertionResults,
  })
  const read = (/** @type {any} */ one) => testRun({ testResults: [one] }, '/root')
  const named = (/** @type {string} */ status) => ({
    file: 'packages/model/src/gain.test.ts',
    test: `a test that is ${status}`,
  })
  expect(read(file([result('passed'), result('failed', 'AssertionError: expected 1 to be 2')]))).toEqual({
    failed: [named('failed')],
    passed: [named('passed')],
    faults: [],
  })
  const late = read(file([result('failed', 'Error: Test timed out in 5000ms.')]))
  expect(late.failed).toEqual([])
  expect(late.faults).toEqual(['packages/model/src/gain.test.ts › a test that is failed timed out'])
  expect(read(file([])).faults).toEqual(['packages/model/src/gain.test.ts failed without a test: Cannot find module'])
  expect(testRun({ testResults: [] }, '/root').faults).toEqual(['there are no tests'])
})
