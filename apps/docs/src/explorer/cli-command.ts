import { parameterDefinitions } from '@isacnet/model'
import type { ExplorerState, ExplorerView } from './explorer-state.js'
import { plainSymbol } from './permalink.js'

/** What `--set` makes of the paper's network. */
const assignments = ({ values, view }: ExplorerState): string[] =>
  parameterDefinitions
    .filter(({ name, defaultValue }) => values[name] !== defaultValue)
    .filter(({ name }) => view !== 'region' || !chosenByOptimum.includes(name))
    .map((definition) => `--set ${plainSymbol(definition)}=${values[definition.name]}`)

const commands: Readonly<Record<ExplorerView, string>> = {
  curves: 'evaluate',
  region: 'optimize',
  drop: 'evaluate',
  simulation: 'simulate',
}

/** The allocation is what an optimum chooses. */
const chosenByOptimum: readonly string[] = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
]

/** The command that prints what the explorer shows. */
export const cliCommand = (state: ExplorerState): string => {
  const words = [`isacnet ${commands[state.view]}`, ...assignments(state)]
  if (state.view === 'simulation') words.push(`--seed ${state.seed}`)
  else if (state.view === 'region') words.push(`--rho ${state.weight}`)
  else words.push('--compare')
  if (state.clusters !== 'bs-centric') words.push(`--sensing-clusters ${state.clusters}`)
  if (state.unit !== 'nats') words.push(`--unit ${state.unit}`)
  return words.join(' ')
}
