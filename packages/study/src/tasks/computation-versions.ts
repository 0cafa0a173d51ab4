import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The packages of isacnet that results depend on, by name, each with its version and a fingerprint of its code: `0.1.0 (4b8e1f02)`. */
export type PackageVersions = Readonly<Record<string, string>>

/** By kind of computation. */
export interface ComputationVersions {
  readonly theorem: PackageVersions
  readonly simulation: PackageVersions
  readonly optimization: PackageVersions
}

const entryPackages = {
  theorem: ['analysis', 'scenario'],
  simulation: ['simulation'],
  optimization: ['analysis', 'optimization', 'scenario'],
} as const

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/**
 * What computes results here. The fingerprint is of the files that run (sources without a build have another), so that a result is
 * taken for unchanged by the very code that made it only.
 */
export const computationVersions = (): ComputationVersions => {
  const own = join(dirname(dirname(fileURLToPath(here))), 'package.json')
  const known = new Map<string, { readonly version: string; readonly imports: readonly string[] }>()
  const look = (name: string, from: string): void => {
    if (known.has(name)) return
    const path = realpathSync(createRequire(from).resolve(`@isacnet/${name}/package.json`))
    const manifest: { version: string; dependencies?: Record<string, string> } = JSON.parse(readFileSync(path, 'utf8'))
    const imports = Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => dependency.startsWith('@isacnet/'))
      .map((dependency) => dependency.slice('@isacnet/'.length))
    known.set(name, { version: `${manifest.version} (${codeFingerprint(dirname(path))})`, imports })
    for (const dependency of imports) look(dependency, path)
  }
  const versionsOf = (entries: readonly string[]): PackageVersions => {
    const versions = new Map<string, string>()
    const add = (name: string): void => {
      if (versions.has(name)) return
      const { version, imports } = known.get(name)!
      versions.set(name, version)
      for (const dependency of imports) add(dependency)
    }
    for (const name of entries) {
      look(name, own)
      // A scenario's own imports don't compute; its expressions do.
      if (name === 'scenario') versions.set(name, known.get(name)!.version)
      else add(name)
    }
    return Object.fromEntries([...versions].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return {
    theorem: versionsOf(entryPackages.theorem),
    simulation: versionsOf(entryPackages.simulation),
    optimization: versionsOf(entryPackages.optimization),
  }
}

const codeFingerprint = (directory: string): string => {
  const folder = join(directory, here.endsWith('.ts') ? 'src' : 'dist')
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:ts|js|cjs)$/.test(name) && !/\.(?:test|bench|d)\.ts$/.test(name))
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 8)
}
