/**
 * Makes chosen constants and factors of the packages' formulas wrong by 1 %, one at a time in a copy of the repository, and tells which
 * package's own tests notice. A formula that can be off by 1 % without a test of its own package to say so is not tested.
 *
 *     node tooling/checks/src/perturb.js [--only <text>]… [--record]
 *
 * `--only` takes the perturbations whose name (`package: what`) has one of the texts; `--record` writes the record. Ends with 1 if one isn't
 * noticed, or its snippet is no longer found exactly once. What it edits is a copy of the working tree, uncommitted changes included.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { likelyTests, runTests } from './perturb/own-tests.js'
import { faultsOf, fileOf, nameOf, perturbations, perturbed } from './perturb/perturbations.js'
import { recordedFindings, recordFindings } from './perturb/record.js'
import { workingCopy } from './working-copy.js'
import { isMain, repositoryRoot } from './workspace.js'

/**
 * @typedef {import('./perturb/perturbations.js').Perturbation} Perturbation
 * @typedef {import('./perturb/own-tests.js').NamedTest} NamedTest
 * @typedef {import('./perturb/record.js').Finding} Finding
 */

/**
 * The first test of a package that fails when one of its constants is off, or what was said instead.
 *
 * @param {string} root of the copy
 * @param {Perturbation} perturbation
 * @param {string | undefined} recorded the file of the test that noticed the last time
 * @param {AbortSignal} signal
 * @returns {Promise<NamedTest | string>}
 */
const noticing = async (root, perturbation, recorded, signal) => {
  const path = fileOf(root, perturbation)
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, perturbed(source, perturbation))
  try {
    const file = `packages/${perturbation.package}/${perturbation.file}`
    const attempts = [
      ...likelyTests(root, file, recorded).map((test) => ['run', test]),
      // All tests of the package that load the file; another can't notice.
      ['related', file],
    ]
    /** @type {string[]} */
    let faults = []
    for (const args of attempts) {
      const run = await runTests(root, perturbation.package, [...args, '--bail', '1'], signal)
      if (run.failed[0] !== undefined) return run.failed[0]
      faults = run.faults
    }
    return faults.join('; ') || 'all tests pass'
  } finally {
    writeFileSync(path, source)
  }
}

/**
 * The tests that noticed and fail without a perturbation, too: they say nothing.
 *
 * @param {string} root of the copy
 * @param {readonly (readonly [folder: string, test: NamedTest])[]} tests
 * @param {AbortSignal} signal
 * @returns {Promise<ReadonlySet<string>>}
 */
const failingAnyway = async (root, tests, signal) => {
  const failing = new Set()
  for (const folder of new Set(tests.map(([its]) => its))) {
    const own = tests.flatMap(([its, test]) => (its === folder ? [test] : []))
    const run = await runTests(root, folder, ['run', ...new Set(own.map(({ file }) => file))], signal)
    const passed = new Set(run.passed.map(textOf))
    for (const test of own) if (!passed.has(textOf(test))) failing.add(textOf(test))
  }
  return failing
}

/** @param {NamedTest} test */
const textOf = ({ file, test }) => `${file} › ${test}`

/**
 * @param {readonly Perturbation[]} list
 * @param {AbortSignal} signal
 * @returns {Promise<Finding[]>}
 */
const perturbAll = async (list, signal) => {
  const copy = workingCopy(repositoryRoot)
  process.once('exit', copy.remove)
  /** @type {Map<string, string | undefined>} */
  const recorded = new Map(recordedFindings().map((finding) => [nameOf(finding), finding.by?.file]))
  /** @type {{ perturbation: Perturbation, found: NamedTest | string }[]} */
  const outcomes = []
  for (const perturbation of list) {
    const started = Date.now()
    const found = await noticing(copy.root, perturbation, recorded.get(nameOf(perturbation)), signal)
    const seconds = Math.round((Date.now() - started) / 1000)
    const said = typeof found === 'string' ? `NOT NOTICED: ${found}` : `noticed by ${textOf(found)}`
    console.log(`${nameOf(perturbation)}\n    ${said} (${seconds} s)`)
    outcomes.push({ perturbation, found })
  }
  const failing = await failingAnyway(
    copy.root,
    outcomes.flatMap(({ perturbation, found }) =>
      typeof found === 'string' ? [] : [/** @type {const} */ ([perturbation.package, found])],
    ),
    signal,
  )
  for (const test of failing) console.log(`fails without a perturbation, too: ${test}`)
  return outcomes.map(({ perturbation: { package: folder, what }, found }) => {
    const by = typeof found === 'string' || failing.has(textOf(found)) ? null : found
    return { package: folder, what, noticed: by !== null, by }
  })
}

const main = async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, record: { type: 'boolean', default: false } },
  })
  const { only, record } = values
  const list = perturbations.filter(
    (perturbation) => only === undefined || only.some((text) => nameOf(perturbation).includes(text)),
  )
  const faults = faultsOf(perturbations, repositoryRoot)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0 || list.length === 0) {
    if (list.length === 0) console.error(`no perturbation has ${only?.join(' or ')} in its name`)
    process.exitCode = 1
    return
  }
  const interruption = new AbortController()
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]))
    process.once(signal, () => {
      interruption.abort()
      // What is perturbed is a copy, which is removed on exit.
      process.exit(code)
    })
  const findings = await perturbAll(list, interruption.signal)
  if (record) {
    const fresh = new Map(findings.map((finding) => [nameOf(finding), finding]))
    const kept = new Map(recordedFindings().map((finding) => [nameOf(finding), finding]))
    const all = perturbations.map((perturbation) => fresh.get(nameOf(perturbation)) ?? kept.get(nameOf(perturbation)))
    recordFindings(all.filter((finding) => finding !== undefined))
  }
  const missed = findings.filter(({ noticed }) => !noticed)
  for (const folder of new Set(findings.map((finding) => finding.package))) {
    const own = findings.filter((finding) => finding.package === folder)
    console.log(`${folder}: ${own.filter(({ noticed }) => noticed).length} of ${own.length} noticed by its own tests`)
  }
  console.log(`${findings.length} perturbations, ${findings.length - missed.length} noticed`)
  for (const finding of missed) console.log(`not noticed: ${nameOf(finding)}`)
  if (missed.length > 0) process.exitCode = 1
}

if (isMain(import.meta.url)) await main()
