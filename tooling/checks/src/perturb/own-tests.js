import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * A test by its file, relative to the root, and its full name.
 *
 * @typedef {object} NamedTest
 * @property {string} file
 * @property {string} test
 */

/**
 * The outcome of a run of vitest.
 *
 * @typedef {object} TestRun
 * @property {NamedTest[]} failed by an assertion or an error; a test that ran out of time says nothing about a number
 * @property {NamedTest[]} passed
 * @property {string[]} faults of the run itself: what couldn't be loaded, timeouts, no tests at all
 */

/** More than the slowest package takes on a busy machine, in minutes. */
const longestRun = 20

/**
 * Runs vitest for projects of a copy.
 *
 * @param {string} root of the copy, where the report is written
 * @param {string | readonly string[]} projects
 * @param {readonly string[]} args such as `related <file>` or `run <file>`
 * @param {AbortSignal} signal
 * @returns {Promise<TestRun>}
 * @throws {Error} if vitest wrote no report
 */
export const runTests = async (root, projects, args, signal) => {
  const output = join(root, 'perturb-report.json')
  rmSync(output, { force: true })
  const log = await new Promise((resolve, reject) => {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const named = [projects].flat().flatMap((project) => ['--project', project])
    const options = ['--run', ...named, '--reporter=json', `--outputFile=${output}`]
    const child = spawn(process.execPath, [vitest, ...args, ...options], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      timeout: longestRun * 60_000,
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
    child.on('error', reject)
    child.on('close', () => resolve(text))
  })
  if (!existsSync(output)) throw new Error(`vitest ${args.join(' ')} wrote no report:\n${log}`)
  return testRun(JSON.parse(readFileSync(output, 'utf8')), root)
}

/**
 * Reads a JSON report of vitest.
 *
 * @param {{ testResults: readonly { name: string, status: string, message?: string, assertionResults: readonly { status: string, fullName: string, failureMessages?: readonly string[] | null }[] }[] }} report
 * @param {string} root
 * @returns {TestRun}
 */
export const testRun = ({ testResults }, root) => {
  /** @type {TestRun} */
  const run = { failed: [], passed: [], faults: [] }
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(root, name)
    for (const { status: outcome, fullName: test, failureMessages } of assertionResults) {
      if (outcome === 'passed') run.passed.push({ file, test })
      if (outcome !== 'failed') continue
      if (/timed out/i.test((failureMessages ?? []).join('\n'))) run.faults.push(`${file} › ${test} timed out`)
      else run.failed.push({ file, test })
    }
    if (status === 'failed' && !assertionResults.some(({ status: outcome }) => outcome === 'failed'))
      run.faults.push(`${file} failed without a test: ${(message ?? '').split('\n')[0]}`)
  }
  if (run.failed.length + run.passed.length + run.faults.length === 0) run.faults.push('there are no tests')
  return run
}

/**
 * Where a test that notices is likely, most likely first: the one of the record, and the one beside the file.
 *
 * @param {string} root
 * @param {string} file relative to the root
 * @param {string | undefined} recorded
 * @returns {string[]}
 */
export const likelyTests = (root, file, recorded) => {
  const beside = file.replace(/\.ts$/, '.test.ts')
  const paths = recorded === undefined || recorded === beside ? [beside] : [recorded, beside]
  return paths.filter((path) => existsSync(join(root, path)))
}
