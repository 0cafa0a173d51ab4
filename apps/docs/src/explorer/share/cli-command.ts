import { flagName, writtenParameter } from '@isacnet/simulation'
import { explorerParameters } from '../state/explorer-parameters.js'
import type { ExplorerState, ExplorerView } from '../state/explorer-state.js'
import { plainSymbol } from '../state/parameter-text.js'
import { drawnSampling, type Sampling } from '../state/sampling.js'
import { simulationConfidence, simulationRelativeError } from '../state/simulation-end.js'

/** The flags `--set` that turn the paper's network into this one. */
const assignments = ({ values, view }: ExplorerState): string[] =>
  explorerParameters
    .filter(({ name, defaultValue }) => values[name] !== defaultValue)
    .filter(({ name }) => view !== 'region' || !chosenByOptimum.includes(name))
    // Sites have the density that they have.
    .filter(({ name }) => view !== 'sites' || name !== 'baseStationDensity')
    .map((definition) => `--set ${plainSymbol(definition)}=${values[definition.name]}`)

/** The allocation is what an optimum chooses. */
const chosenByOptimum: readonly string[] = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
]

const samplingFlags = (sampling: Sampling): string[] =>
  Object.entries(sampling).map(([name, value]) => `--${flagName(name)} ${writtenParameter(value)}`)

/** Requests that are withheld, of those that the cell of this network makes. */
const withheldFlags = ({ values, withheld }: Pick<ExplorerState, 'values' | 'withheld'>): string[] => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = values
  const asked = withheld.filter((number) => number <= K * (L - 1) + J * (Q - 1))
  return asked.length === 0 ? [] : [`--without ${asked.join(',')}`]
}

/** Each view as a command and its flags. */
const commands: Readonly<Record<ExplorerView, (state: ExplorerState) => readonly string[]>> = {
  curves: ({ quantity }) => ['evaluate', '--compare', ...(quantity === 'rates' ? [] : [`--quantities ${quantity}`])],
  distribution: ({ threshold }) => ['distribution', `--thresholds ${threshold}`, '--percentiles 5,50,95'],
  region: ({ weight }) => ['optimize', `--rho ${weight}`],
  drop: ({ seed, sampling, otherRequests, stage, ...state }) => [
    'topology',
    `--seed ${seed}`,
    ...(stage === 'abandonment' ? [] : [`--stage ${stage}`]),
    ...withheldFlags(state),
    ...samplingFlags(drawnSampling(sampling)),
    ...(otherRequests ? ['--all-requests'] : []),
  ],
  simulation: ({ seed, fidelity, sampling }) => [
    'simulate',
    `--seed ${seed}`,
    ...(fidelity === 'gain-law' ? [] : [`--fidelity ${fidelity}`]),
    ...samplingFlags(sampling),
    `--confidence ${simulationConfidence}`,
    `--relative-error ${simulationRelativeError}`,
  ],
  sites: ({ seed }) => ['map', '--sites sites.csv', `--seed ${seed}`],
}

/** The command that prints what the explorer shows. */
export const cliCommand = (state: ExplorerState): string => {
  const [command, ...flags] = commands[state.view](state)
  const words = [`isacnet ${command}`, ...assignments(state), ...flags]
  if (state.clusters !== 'bs-centric') words.push(`--sensing-clusters ${state.clusters}`)
  if (state.unit !== 'nats') words.push(`--unit ${state.unit}`)
  return words.join(' ')
}
