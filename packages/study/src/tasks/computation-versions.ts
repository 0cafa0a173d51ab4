import { pathToFileURL } from 'node:url'
import { type PackageVersions, packageVersions } from '@isacnet/engine/provenance'

/** Which code results depend on, by kind of computation. */
export interface ComputationVersions {
  readonly theorem: PackageVersions
  readonly simulation: PackageVersions
  readonly optimization: PackageVersions
}

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/**
 * The versions of the code that computes results here, so that a result is taken for unchanged by the very code that made it only.
 *
 * @example
 * Object.keys(computationVersions()) // ['theorem', 'simulation', 'optimization']
 */
export const computationVersions = (): ComputationVersions => {
  const versions = packageVersions(here)
  // A scenario's own imports don't compute; its expressions do.
  return {
    theorem: versions(['analysis'], ['scenario']),
    simulation: versions(['simulation']),
    optimization: versions(['analysis', 'optimization'], ['scenario']),
  }
}
