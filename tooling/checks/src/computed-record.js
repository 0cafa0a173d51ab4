import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readJson, repositoryRoot } from './workspace.js'

/**
 * A long computation whose result follows from the code of a package and of those that it depends on. It is committed with a fingerprint of
 * that code, and holds as long as the code is the same; `pnpm record` makes all of them anew.
 *
 * @typedef {object} ComputedRecord
 * @property {string} fingerprint of the code that computed it
 * @property {unknown} content
 */

/** @type {Map<string, string>} */
const fingerprints = new Map()

/**
 * A fingerprint of the code of a package and of all that it depends on in this repository: without comments, white space and tests, so that
 * words may change.
 *
 * @param {string} folder under `packages`
 * @returns {string}
 */
export const codeFingerprint = (folder) => {
  const known = fingerprints.get(folder)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const part of withDependencies(folder)) {
    const source = join(repositoryRoot, 'packages', part, 'src')
    const files = readdirSync(source, { recursive: true }).map(String)
    for (const file of files.filter((name) => /(?<!\.test|\.bench)\.ts$/.test(name)).sort())
      hash.update(`${part}/${file}\n${codeOf(readFileSync(join(source, file), 'utf8'))}\n`)
  }
  const fingerprint = hash.digest('hex').slice(0, 16)
  fingerprints.set(folder, fingerprint)
  return fingerprint
}

/** @param {string} source */
const codeOf = (source) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')

/**
 * @param {string} folder
 * @param {Set<string>} [found]
 * @returns {string[]} sorted
 */
const withDependencies = (folder, found = new Set()) => {
  if (!found.has(folder)) {
    found.add(folder)
    const { dependencies = {} } = readJson(join(repositoryRoot, 'packages', folder, 'package.json'))
    for (const name of Object.keys(dependencies))
      if (name.startsWith('@isacnet/')) withDependencies(name.slice('@isacnet/'.length), found)
  }
  return [...found].sort()
}

/**
 * @param {string} folder
 * @param {string} name
 */
const pathOf = (folder, name) => join(repositoryRoot, 'packages', folder, 'record', `${name}.json`)

/**
 * The content of a record, or `undefined` if there is none of the code as it is.
 *
 * @param {string} folder of the package, under `packages`
 * @param {string} name
 * @returns {any}
 */
export const readComputedRecord = (folder, name) => {
  const path = pathOf(folder, name)
  if (!existsSync(path)) return undefined
  /** @type {ComputedRecord} */
  const { fingerprint, content } = readJson(path)
  return fingerprint === codeFingerprint(folder) ? content : undefined
}

/**
 * Computes what is recorded with the code as it is and writes it; with `--check` on the command line, compares instead, and the process ends
 * with 1 if a record is not what the code computes.
 *
 * @param {readonly { readonly folder: string, readonly name: string, readonly compute: () => Promise<unknown> }[]} computations
 */
export const recordComputed = async (computations) => {
  const check = process.argv.includes('--check')
  for (const { folder, name, compute } of computations) {
    const begin = performance.now()
    const content = JSON.parse(JSON.stringify(await compute()))
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    if (!check) write(folder, name, content)
    const recorded = readComputedRecord(folder, name)
    const state =
      recorded === undefined ? 'is of other code' : isDeepStrictEqual(recorded, content) ? 'holds' : 'differs'
    if (state !== 'holds') process.exitCode = 1
    console.log(`packages/${folder}/record/${name}.json ${check ? state : 'written'} (${seconds} s)`)
  }
}

/**
 * @param {string} folder of the package, under `packages`
 * @param {string} name
 * @param {unknown} content as JSON can hold
 */
const write = (folder, name, content) => {
  const path = pathOf(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify({ fingerprint: codeFingerprint(folder), content })}\n`)
}
