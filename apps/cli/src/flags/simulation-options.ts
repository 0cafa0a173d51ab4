import { flagName, type SimulationParameter, simulationParameters } from '@isacnet/simulation'
import type { Command } from 'commander'
import { addSiteOptions } from './site-options.js'

/**
 * Adds an option for each parameter of a simulation.
 *
 * @param taken - which of them the command takes; default: all.
 * @param defaults - how the help calls defaults that aren't those of the table.
 */
export const addSimulationOptions = (
  command: Command,
  taken: (parameter: SimulationParameter) => boolean = () => true,
  defaults: Readonly<Record<string, string>> = {},
): Command => {
  const chosen = simulationParameters.filter((parameter) => taken(parameter))
  for (const parameter of chosen)
    command.option(
      `--${flagName(parameter.name)} <${placeholder(parameter)}>`,
      help(parameter, defaults[parameter.name]),
    )
  if (chosen.some(({ name }) => name === 'deployment' || name === 'beyondRegion')) addSiteOptions(command)
  return command
}

const placeholder = (parameter: SimulationParameter): string => {
  switch (parameter.kind) {
    case 'choice':
      return 'name'
    case 'choices':
    case 'quantities':
      return 'names'
    case 'number':
      return parameter.unit === '' ? 'number' : parameter.unit
    default:
      return parameter.kind
  }
}

const help = (parameter: SimulationParameter, own?: string): string => {
  const { meaning } = parameter
  const defaultValue = own ?? parameter.defaultValue
  switch (parameter.kind) {
    case 'choice':
      return `${parameter.permitted.join(' or ')}; ${meaning} (default: ${defaultValue})`
    case 'choices':
      return `${parameter.permitted.join(', ')}, separated by commas; ${meaning}`
    case 'quantities':
      return `${meaning}; separated by commas`
    default:
      return `${meaning} (default: ${defaultValue})`
  }
}
