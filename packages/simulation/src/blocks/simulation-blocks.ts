/// <reference types="node" />
import { pathToFileURL } from 'node:url'
import { assertSimulationDefinition, type SimulationDefinition } from '../definition/simulation-definition.js'
import type { SimulationSums } from '../estimate/simulation-sums.js'
import { blockSimulator } from '../run/simulate-block.js'

/** CommonJS knows where a file is by another name. */
const here = typeof __filename === 'undefined' ? import.meta.url : pathToFileURL(__filename).href

/**
 * The blocks of simulations as work for the engines of `@isacnet/engine`: `workerThreads`, `workerRunner`, `redisStudy` and `redisWorker`.
 * Their runners are what `runSimulation` takes.
 */
export const simulationBlocks: {
  readonly module: string
  readonly check: (definition: SimulationDefinition) => void
  readonly prepare: (definition: SimulationDefinition) => (block: number) => SimulationSums
  readonly describe: (definition: SimulationDefinition) => string
} = {
  // Beside this file, be it built or a source.
  module: new URL(here.endsWith('.ts') ? './prepare-blocks.ts' : './prepare-blocks.js', here).href,
  check: assertSimulationDefinition,
  prepare: (definition) => blockSimulator(definition).simulate,
  describe: ({ network, control, sites, ...others }) =>
    Object.entries({
      ...network,
      ...others,
      ...(control === undefined ? {} : { control: control.transmitAntennas }),
      ...(sites === undefined ? {} : { sites: sites.x.length }),
    })
      .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') || 'none' : value}`)
      .join(', '),
}
