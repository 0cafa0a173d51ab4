import { noSimulationSums, type SimulationSums } from './simulation-sums.js'

/** How far a simulation is. With the definition, it is all that is needed to go on: plain data of constant size. */
export interface SimulationState {
  /** Blocks 0 … blocks − 1 are done. */
  readonly blocks: number
  /** Their sums. */
  readonly sums: SimulationSums
}

/** Where a simulation begins. */
export const initialState: SimulationState = { blocks: 0, sums: noSimulationSums }
