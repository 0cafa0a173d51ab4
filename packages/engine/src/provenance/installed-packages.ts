import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { codeFingerprint } from './code-fingerprint.js'

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/** A package as it is installed. */
export interface InstalledPackage {
  readonly name: string
  /** With a fingerprint of its code, where it is one of isacnet: `0.1.0 (4b8e1f02)`. */
  readonly version: string
  /** Those that it depends on. */
  readonly dependencies: readonly InstalledPackage[]
}

/** Whether a package is one of isacnet. */
export const isOwn = (name: string): boolean => name.startsWith('@isacnet/')

/**
 * Looks up packages as Node would from a module. The fingerprint is of the files that run: sources without a build have another.
 *
 * @param module - a URL.
 * @returns the package that the module is in; and one by its name, as this package finds it. Both throw where files aren't there, as
 * in a bundle.
 */
export const installedPackages = (module: string) => {
  const known = new Map<string, InstalledPackage>()
  const look = (folder: string): InstalledPackage => {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const { name, version } = manifest
    const found = known.get(name)
    if (found !== undefined) return found
    const own = isOwn(name)
    const dependencies: InstalledPackage[] = []
    const fingerprint = own ? ` (${codeFingerprint(join(folder, here.endsWith('.ts') ? 'src' : 'dist'))})` : ''
    const result = { name, version: `${version}${fingerprint}`, dependencies }
    known.set(name, result)
    if (own)
      for (const dependency of Object.keys(manifest.dependencies ?? {}))
        dependencies.push(look(folderOf(dependency, folder)))
    return result
  }
  const root = rootOf(dirname(fileURLToPath(module)))
  return {
    own: () => look(root),
    named: (name: string) => look(folderOf(name, root)),
  }
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The folder above with a manifest. */
const rootOf = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('no folder above has a package.json')
  return rootOf(dirname(folder))
}

/** Where Node finds a package from a folder; its `exports` needn't name the manifest. */
const folderOf = (name: string, from: string): string => {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  const found = places.map((place) => join(place, name)).find((place) => existsSync(join(place, 'package.json')))
  if (found === undefined) throw new Error(`${name} is not installed for ${from}`)
  return realpathSync(found)
}
