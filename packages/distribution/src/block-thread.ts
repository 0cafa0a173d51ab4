/// <reference types="node" />
import { type BlockSimulator, blockSimulator, type SimulationDefinition } from '@isacnet/simulation'
import type { BlockJob, JobAnswer } from './block-job.js'

/** Simulators take a while to prepare, and some memory. A study may go back and forth between a few. */
const mostSimulators = 8

const simulators = new Map<string, BlockSimulator>()

const simulatorFor = (definition: string): BlockSimulator => {
  const simulator = simulators.get(definition) ?? blockSimulator(JSON.parse(definition) as SimulationDefinition)
  // The latest is the last of the map.
  simulators.delete(definition)
  simulators.set(definition, simulator)
  for (const oldest of simulators.keys()) {
    if (simulators.size <= mostSimulators) break
    simulators.delete(oldest)
  }
  return simulator
}

/** What a thread of a worker does: the blocks of one job after another. */
export default ({ definition, first, count }: BlockJob): JobAnswer => {
  let block = first
  try {
    const { simulate } = simulatorFor(definition)
    const begin = performance.now()
    const sums = Array.from({ length: count }, (_, i) => {
      block = first + i
      return simulate(block)
    })
    return { sums: JSON.stringify(sums), milliseconds: performance.now() - begin }
  } catch (error) {
    return { failure: `block ${block}: ${error instanceof Error ? error.message : String(error)}` }
  }
}
