import { InvalidParameterError } from '@isacnet/model'
import { blockSimulator } from './simulate-block.js'
import type { SimulationDefinition } from './simulation-definition.js'
import { mergeSimulationSums, noSimulationSums, type SimulationSums } from './simulation-sums.js'

/**
 * Runs whole blocks until there are so many trials.
 *
 * @throws {InvalidParameterError} unless trials is an integer ≥ 1.
 */
export const runSimulation = async (
  definition: SimulationDefinition,
  { trials }: { readonly trials: number },
): Promise<SimulationSums> => {
  if (!Number.isSafeInteger(trials) || trials < 1) throw new InvalidParameterError('trials', trials, 'an integer ≥ 1')
  const { trialsPerBlock, simulate } = blockSimulator(definition)
  let sums = noSimulationSums
  for (let block = 0; block * trialsPerBlock < trials; block++) sums = mergeSimulationSums(sums, simulate(block))
  return sums
}
