import { integerFrom, required } from '@isacnet/model'
import { simulationFromJson } from '../definition/simulation-definition.js'
import { type BlockSimulator, blockSimulator } from './simulate-block.js'

/**
 * Simulators of a few definitions, for who goes back and forth between them: one takes a while to prepare, and some memory.
 *
 * @param capacity - how many are kept, an integer ≥ 1; the one that wasn't used for longest goes first.
 * @returns the simulator of a definition, which is given as its JSON; it throws what `simulationFromJson` and `blockSimulator` throw.
 * @throws {InvalidParameterError} for another capacity.
 */
export const simulatorCache = (capacity: number): ((definition: string) => BlockSimulator) => {
  required(integerFrom(1))('capacity', capacity)
  const simulators = new Map<string, BlockSimulator>()
  return (definition) => {
    const simulator = simulators.get(definition) ?? blockSimulator(simulationFromJson(definition))
    // The latest is the last of the map.
    simulators.delete(definition)
    simulators.set(definition, simulator)
    for (const oldest of simulators.keys()) {
      if (simulators.size <= capacity) break
      simulators.delete(oldest)
    }
    return simulator
  }
}
