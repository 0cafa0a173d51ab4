import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { DistributionError } from './distribution-error.js'

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * What computes blocks here: the version of this package; a fingerprint of the code of all packages of isacnet below it, with the
 * versions of the libraries that they use; and one of the arithmetic, since mathematical functions may differ in the last bit from
 * one version of Node, or one kind of processor, to another. Two processes with the same text give the same bits.
 *
 * Such as `0.0.0 (code 4b8e1f02c6d9, arithmetic 90aa3d517e2c)`.
 *
 * @throws {DistributionError} where the files of the packages can't be found, as in a bundle.
 */
export const computationVersion = async (): Promise<string> => {
  const { version, code } = await codeFingerprint()
  return `${version} (code ${code}, arithmetic ${arithmeticFingerprint()})`
}

const digest = (hash: ReturnType<typeof createHash>): string => hash.digest('hex').slice(0, 12)

const codeFingerprint = async (): Promise<{ readonly version: string; readonly code: string }> => {
  const root = dirname(dirname(fileURLToPath(here)))
  // Sources and their build are told apart: which of them runs can be told from this file only.
  const folder = here.endsWith('.ts') ? 'src' : 'dist'
  const parts = new Map<string, string>()
  const visit = async (directory: string): Promise<Manifest> => {
    const manifest: Manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'))
    const { name, version, dependencies = {} } = manifest
    if (parts.has(name)) return manifest
    parts.set(name, version)
    if (name !== '@isacnet/distribution' && !name.startsWith('@isacnet/')) return manifest
    parts.set(name, `${version} ${await filesFingerprint(join(directory, folder))}`)
    for (const dependency of Object.keys(dependencies)) await visit(await packageDirectory(dependency, directory))
    return manifest
  }
  try {
    const { version } = await visit(root)
    const hash = createHash('sha256')
    for (const [name, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name} ${part}\n`)
    return { version, code: digest(hash) }
  } catch (error) {
    throw new DistributionError(
      `the installed files of isacnet’s packages can’t be read, so their version isn’t known: ${(error as Error).message}`,
    )
  }
}

/** Where Node finds a package from a directory; its `exports` needn't name the manifest. */
const packageDirectory = async (name: string, from: string): Promise<string> => {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  const found = places.map((place) => join(place, name)).find((place) => existsSync(join(place, 'package.json')))
  if (found === undefined) throw new Error(`${name} is not installed for ${from}`)
  return realpath(found)
}

/** Of all code below a folder; tests and source maps compute nothing. */
const filesFingerprint = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name) && !/\.(test|bench|d)\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const named = files.map((file) => ({ file, name: relative(folder, file).split(sep).join('/') }))
  if (named.length === 0) throw new Error(`there is no code in ${folder}`)
  const hash = createHash('sha256')
  for (const { file, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = await readFile(file)
    hash.update(`${name} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

const functions = ['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sqrt', 'cbrt'] as const
const circular = ['sin', 'cos', 'tan', 'atan', 'asin', 'acos', 'sinh', 'cosh', 'tanh', 'asinh'] as const

/** Of the mathematical functions of this Node on this processor, by their values at some thousand places. */
const arithmeticFingerprint = (): string => {
  const values: number[] = []
  let state = 1
  for (let i = 0; i < 512; i++) {
    state = (state * 48271) % 2147483647
    const u = state / 2147483647
    const x = u * 2 ** ((i % 41) - 20)
    for (const name of functions) values.push(Math[name](x))
    for (const name of circular) values.push(Math[name](u))
    values.push(Math.sin(x), Math.cos(x), x ** (3 * u - 1), x ** -2, u ** 0.5, Math.atan2(x, u), Math.hypot(x, u))
  }
  // A NaN has many bit patterns.
  const bits = Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value))
  return digest(createHash('sha256').update(new Uint8Array(bits.buffer)))
}
