import { computationVersion } from '../../provenance/computation-version.js'
import { DistributionError } from '../connection/distribution-error.js'

/**
 * The version of the code that computes a work's blocks here; studies and workers with another one refuse each other.
 *
 * @throws {DistributionError} where the files of the packages can’t be found, as in a bundle.
 */
export const queueVersion = (module: string): string => {
  try {
    return computationVersion(module)
  } catch (error) {
    throw new DistributionError(
      `the installed files of isacnet’s packages can’t be read, so their version isn’t known: ${(error as Error).message}`,
    )
  }
}
