import { chosenServiceQuantity, fromNats, inUnit } from '@isacnet/model'
import { flagName, writtenParameter } from '@isacnet/simulation'
import type { ExplorerState, ExplorerView } from '../state/explorer-state.js'
import { explorerParameters, isAllocationParameter } from '../state/parameters/explorer-parameters.js'
import { plainSymbol } from '../state/parameters/parameter-text.js'
import { drawnSampling, type Sampling } from '../state/sampling.js'
import { simulationConfidence, simulationRelativeError } from '../state/simulation-end.js'

/** The flags `--set` that turn the paper's network into this one. */
const assignments = ({ values, view }: ExplorerState): string[] =>
  explorerParameters
    .filter(({ name, defaultValue }) => values[name] !== defaultValue)
    // The allocation is what an optimum chooses.
    .filter(({ name }) => view !== 'region' || !isAllocationParameter(name))
    // Sites have the density that they have.
    .filter(({ name }) => view !== 'sites' || name !== 'baseStationDensity')
    .map((definition) => `--set ${plainSymbol(definition)}=${values[definition.name]}`)

const samplingFlags = (sampling: Sampling): string[] =>
  Object.entries(sampling).map(([name, value]) => `--${flagName(name)} ${writtenParameter(value)}`)

const limitFlags: Readonly<Record<string, string>> = {
  minCommunicationRate: '--min-communication-rate',
  minSensingRate: '--min-sensing-rate',
  minCommunicationClusterSize: '--min-communication-cluster-size',
  minSensingClusterSize: '--min-sensing-cluster-size',
}

/** The flags of the best allocation: the objective, limits, the method. */
const regionFlags = ({ objective, weight, limits, regionMethod, unit }: ExplorerState): string[] => [
  ...(objective === 'sum' ? [`--rho ${weight}`] : [`--objective ${objective}`]),
  ...Object.entries(limits).map(([name, limit]) => {
    const flag = limitFlags[name]
    if (flag === undefined) {
      const { service, chosen } = chosenServiceQuantity(name)
      const { quantity, grows } = chosen.quantity
      const value = Number(inUnit(chosen.quantity, limit, unit).toPrecision(12))
      const of = service === 'sensing' ? 'sensing:' : ''
      const parameter = chosen.name.slice(quantity.length + 1)
      return `--${grows ? 'min' : 'max'}-${quantity} ${of}${parameter === '' ? '' : `${parameter}:`}${value}`
    }
    return `${flag} ${name.endsWith('Rate') ? Number(fromNats(limit, unit).toPrecision(12)) : limit}`
  }),
  ...(regionMethod === 'exact' ? [] : [`--communication-method ${regionMethod}`, `--sensing-method ${regionMethod}`]),
]

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
  region: (state) => ['optimize', ...regionFlags(state)],
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
    '--coverage',
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
