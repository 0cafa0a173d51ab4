import { assumptionNames } from '@isacnet/model'
import type { SimulationDefinition } from '../definition/simulation-definition.js'

/** A definition by which whole networks are drawn: the gain laws are what is left of `channel` under all assumptions. */
export const wholeNetworkDefinition = (definition: SimulationDefinition): SimulationDefinition =>
  definition.fidelity === 'gain-law' ? { ...definition, fidelity: 'channel', assumptions: assumptionNames } : definition
