import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { arithmeticFingerprint } from './arithmetic-fingerprint.js'
import { type InstalledPackage, installedPackages } from './installed-packages.js'

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/**
 * The version of the code that computes a work's blocks here: that of this package; a fingerprint of its code and that of all packages of
 * isacnet that the work consists of, with the versions of the libraries that they use; and one of the arithmetic. Two processes with the same text give
 * the same bits.
 *
 * Such as `0.0.0 (code 4b8e1f02c6d9, arithmetic 90aa3d517e2c)`. It throws where the files of a package can't be read, as in a bundle.
 *
 * @param module - the URL of the work's.
 */
export const computationVersion = (module: string): string => {
  const versions = new Map<string, string>()
  const add = ({ name, version, dependencies }: InstalledPackage): void => {
    if (versions.has(name)) return
    versions.set(name, version)
    for (const dependency of dependencies) add(dependency)
  }
  const engine = installedPackages(here).own()
  add(engine)
  add(installedPackages(module).own())
  const hash = createHash('sha256')
  for (const [name, version] of [...versions].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name} ${version}\n`)
  const [number] = engine.version.split(' ')
  return `${number} (code ${hash.digest('hex').slice(0, 12)}, arithmetic ${arithmeticFingerprint()})`
}
