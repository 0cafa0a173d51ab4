import { type InstalledPackage, installedPackages, isOwn } from './installed-packages.js'

/** Packages of isacnet by name, each with its version and a fingerprint of its code: `0.1.0 (4b8e1f02)`. */
export type PackageVersions = Readonly<Record<string, string>>

/**
 * Says which code computes here: the packages of isacnet that some packages consist of. A result is then taken for unchanged by the
 * very code that made it only.
 *
 * @example
 * const versions = packageVersions(simulationBlocks.module)
 * Object.keys(versions(['model'])) // ['model']
 *
 * @param module - the URL of the module whose package depends on them.
 * @returns the versions of packages by their names without a scope: of some with all that they import, and of others alone. It throws
 * where the files of a package can't be read, as in a bundle.
 */
export const packageVersions = (
  module: string,
): ((withImports: readonly string[], alone?: readonly string[]) => PackageVersions) => {
  const { named } = installedPackages(module)
  return (withImports, alone = []) => {
    const versions = new Map<string, string>()
    const add = ({ name, version, dependencies }: InstalledPackage, imports: boolean): void => {
      const short = shortName(name)
      if (versions.has(short) || !isOwn(name)) return
      versions.set(short, version)
      if (imports) for (const dependency of dependencies) add(dependency, true)
    }
    for (const name of withImports) add(named(`@isacnet/${name}`), true)
    for (const name of alone) add(named(`@isacnet/${name}`), false)
    return Object.fromEntries([...versions].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

const shortName = (name: string): string => name.slice('@isacnet/'.length)
