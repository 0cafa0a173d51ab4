import { type BlockSimulator, blockSimulator } from './simulate-block.js'
import type { SimulationDefinition } from './simulation-definition.js'

/**
 * Simulators of a few definitions, for who goes back and forth between them: one takes a while to prepare, and some memory.
 *
 * @param capacity - how many are kept, ≥ 1; the one that wasn't used for longest goes first.
 * @returns the simulator of a definition, which is given as its JSON; it throws what `blockSimulator` throws.
 */
export const simulatorCache = (capacity: number): ((definition: string) => BlockSimulator) => {
  const simulators = new Map<string, BlockSimulator>()
  return (definition) => {
    const simulator = simulators.get(definition) ?? blockSimulator(JSON.parse(definition) as SimulationDefinition)
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
