import { parameterDefinitions } from '@isacnet/model'
import type { ExplorerState } from './explorer-state.js'
import { plainSymbol } from './permalink.js'

/** What `--set` makes of the paper's network. */
const assignments = ({ values }: ExplorerState): string[] =>
  parameterDefinitions
    .filter(({ name, defaultValue }) => values[name] !== defaultValue)
    .map((definition) => `--set ${plainSymbol(definition)}=${values[definition.name]}`)

/** The command that prints what the explorer shows. */
export const cliCommand = (state: ExplorerState): string => {
  const words = state.view === 'simulation' ? ['isacnet simulate'] : ['isacnet evaluate']
  words.push(...assignments(state))
  if (state.view === 'simulation') words.push(`--seed ${state.seed}`)
  else words.push('--compare')
  if (state.clusters !== 'bs-centric') words.push(`--sensing-clusters ${state.clusters}`)
  if (state.unit !== 'nats') words.push(`--unit ${state.unit}`)
  return words.join(' ')
}
