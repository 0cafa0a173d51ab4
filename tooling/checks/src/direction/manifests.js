import { permittedImports, placedPackages } from './layers.js'

/**
 * Faults in the declared dependencies of a package: what a manifest doesn't allow can't be imported later by accident.
 *
 * @param {string} name a folder under packages/
 * @param {Record<string, any>} manifest
 * @returns {string[]}
 */
export function manifestFaults(name, manifest) {
  if (!placedPackages.includes(name)) {
    return [`packages/${name} has no place in the dependency graph (tooling/checks/src/direction/layers.js)`]
  }
  const permitted = permittedImports(name).map((lower) => `@isacnet/${lower}`)
  return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) =>
    Object.keys(manifest[field] ?? {})
      .filter((dependency) => dependency.startsWith('@isacnet/') || dependency === 'isacnet')
      .filter((dependency) => !permitted.includes(dependency))
      .filter((dependency) => !(field === 'devDependencies' && dependency === '@isacnet/build'))
      .map((dependency) => `packages/${name}/package.json: ${field} may not name ${dependency}`),
  )
}
