import type { SimulationParameter } from './simulation-parameter.js'
import { type SimulationSettings, simulationParameters } from './simulation-parameters.js'

/**
 * Describes how a simulation samples, in a few words for each of its parameters. Parameters that are left out are not said.
 *
 * @example
 * const { seed, ...others } = completeOptions({ hardCoreDistance: 0.2 })
 * simulationInWords(others).at(-1) // 'base stations at least 0.2 km apart'
 */
export const simulationInWords = (
  settings: Omit<SimulationSettings, 'seed'> & Partial<Pick<SimulationSettings, 'seed'>>,
): string[] => {
  const { fidelity, precoders, assumptions } = settings
  return [
    fidelity === 'channel' ? `channel with ${precoders} precoders` : fidelity,
    ...assumptions,
    ...simulationParameters.flatMap((parameter: SimulationParameter<keyof typeof settings>) => {
      const value = settings[parameter.name]
      const words = value === undefined ? undefined : parameter.inWords?.(value)
      return words === undefined ? [] : [words]
    }),
  ]
}
