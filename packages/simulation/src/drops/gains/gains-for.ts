import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { gammaGains } from './gamma-gains.js'
import { literalGains } from './literal-gains.js'
import { sampledGains } from './sampled-gains.js'
import type { StationGains } from './station-gains.js'

/** The gains of a drop, as the definition has them. */
export const gainsFor = (definition: SimulationDefinition): ((drop: NetworkDrop) => StationGains) => {
  if (definition.assumptions.includes('gamma-gains')) return gammaGains(definition)
  return definition.precoders === 'literal' ? literalGains(definition) : sampledGains(definition)
}
