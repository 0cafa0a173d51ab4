import { simulationFromJson } from '../definition/simulation-definition.js'
import type { SimulationSums } from '../estimate/simulation-sums.js'
import { blockSimulator } from '../run/simulate-block.js'

/** The module that threads load: prepares the blocks of a simulation, whose definition comes as JSON. */
export default (definition: string): ((block: number) => SimulationSums) =>
  blockSimulator(simulationFromJson(definition)).simulate
