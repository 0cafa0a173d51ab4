import {
  aNetwork,
  anObject,
  assertFeasible,
  assertNetwork,
  assertOptions,
  chosenQuantities,
  defineNetwork,
  InvalidParameterError,
  isSaturated,
  type Network,
  type OptionChecks,
  readSeed,
  required,
  sirFunctional,
} from '@isacnet/model'
import { type DeploymentName, deployedProcess, type PointProcess, type SiteLayout } from '@isacnet/stochastic-geometry'
import { assertSites } from './assert-sites.js'
import { assumptionNames } from './assumption.js'
import { assertControl, type SimulationControl } from './simulation-control.js'
import {
  completeOptions,
  deploymentOf,
  deploymentParametersOf,
  laterNames,
  optionChecks,
  type SimulationOptions,
  type SimulationSettings,
} from './simulation-parameters.js'

/**
 * Everything that the numbers of a simulation depend on, but for how many trials there are: plain data. Its other members are those of
 * {@link simulationParameters}.
 */
export interface SimulationDefinition extends SimulationSettings {
  readonly network: Network
  /** A control variate of both rates; left out where there is none. */
  readonly control?: SimulationControl
  /** Where BSs stand, if the deployment is `sites`; left out otherwise. */
  readonly sites?: SiteLayout
}

/** The members of a definition beside its network that deviate from their defaults. */
export interface SimulationDefinitionOptions
  extends SimulationOptions,
    Pick<SimulationDefinition, 'control' | 'sites'> {}

const memberChecks = Object.fromEntries([
  ['network', aNetwork],
  ['control', anObject],
  ['sites', anObject],
  ...Object.entries(optionChecks).map(([name, check]) => [
    name,
    laterNames.some((later) => later === name) ? check : required(check),
  ]),
]) as OptionChecks<SimulationDefinition>

/**
 * A complete definition from a network and what deviates from the defaults.
 *
 * @example
 * defineSimulation(defineNetwork({ K: 5 }), { fidelity: 'channel' }).precoders // 'sampled-in-law'
 * defineSimulation(defineNetwork({ K: 5 }), { precoders: 'literal' }) // throws 'precoders must be sampled-in-law, unless the fidelity is channel, got literal'
 *
 * @param network - made by `defineNetwork`.
 * @throws {InvalidParameterError} for anything else; unless 0 < relativeBias < 1, parameters of the deployment are in their domains (the
 * hard-core distance ≥ 0 and small enough for the density, $\lambda\pi h^2 < 0.9$), those of others have their defaults, and the seed is one
 * that `readSeed` permits; with finite densities of users or targets for what is not sampled then (see the README); for typical cells of a deployment that has none; for assumptions or literal precoders where they don't apply.
 * @throws {UnknownNameError} for options and names that are not listed.
 * @throws {InfeasibleAllocationError} when KL + J(Q−1) > M_t, if every request is to be granted: by `gain-law`, under `mean-requests`, or by the M_t of a control.
 * @throws what {@link assertTakesControl} throws, with a control.
 * @throws {QuantityNotApplicableError} for a quantity that the network doesn't have.
 */
export const defineSimulation = (network: Network, options: SimulationDefinitionOptions = {}): SimulationDefinition => {
  assertNetwork(network)
  assertOptions('a simulation', options, { ...optionChecks, control: anObject, sites: anObject })
  const { control, sites, ...others } = options
  const settings = completeOptions(
    sites === undefined ? others : { ...others, deployment: others.deployment ?? 'sites' },
  )
  const { fidelity, typical, precoders, assumptions, quantities = [] } = settings
  if (fidelity === 'gain-law' || assumptions.includes('mean-requests')) assertFeasible(network)
  for (const chosen of chosenQuantities(quantities)) sirFunctional(chosen, network)
  if (!isSaturated(network)) assertUnsaturatedSettings(network, settings)
  if (fidelity === 'gain-law') {
    if (assumptions.length > 0)
      throw new InvalidParameterError('assumptions', assumptions.join(), 'none, unless the fidelity is channel')
    if (precoders === 'literal')
      throw new InvalidParameterError('precoders', precoders, 'sampled-in-law, unless the fidelity is channel')
  } else if (precoders === 'literal' && assumptions.includes('gamma-gains'))
    throw new InvalidParameterError('precoders', precoders, 'sampled-in-law, if gains are assumed to be gamma variates')
  const definition = {
    network,
    ...settings,
    assumptions: assumptionNames.filter((name) => assumptions.includes(name)),
    seed: readSeed(settings.seed),
    ...(control === undefined ? {} : { control }),
    ...(sites === undefined ? {} : { sites }),
  }
  assertSites(definition)
  if (sites === undefined && stationProcess(definition).sampleTypical === undefined && typical === 'cell')
    throw new InvalidParameterError('typical', typical, `user, if the deployment is ${deploymentOf(definition)}`)
  if (control !== undefined) {
    assertTakesControl(definition)
    assertControl(network, control)
  }
  return definition
}

/**
 * Refuses a control for a simulation that can't have one: it is of whole networks of the kind that the theorems are about, and of gains that come
 * with those that the theorems assume.
 *
 * @example
 * assertTakesControl(defineSimulation(defineNetwork())) // throws 'fidelity must be channel, with a control, got gain-law'
 *
 * @param definition - as {@link defineSimulation} gives it.
 * @throws {InvalidParameterError} unless users and targets are saturated, the fidelity is `channel`, the receiver a typical user or target, precoders are
 * sampled in law, and BSs a Poisson process.
 */
export const assertTakesControl = (definition: SimulationDefinition): void => {
  const { network, fidelity, typical, precoders } = definition
  const refuse = (name: string, value: string | number, permitted: string, symbol?: string): never => {
    throw new InvalidParameterError(name, value, `${permitted}, with a control`, symbol)
  }
  if (network.userDensity !== undefined) refuse('userDensity', network.userDensity, 'infinite', 'λ_u')
  if (network.targetDensity !== undefined) refuse('targetDensity', network.targetDensity, 'infinite', 'λ_t')
  if (fidelity !== 'channel') refuse('fidelity', fidelity, 'channel')
  if (typical !== 'user') refuse('typical', typical, 'user')
  if (precoders !== 'sampled-in-law') refuse('precoders', precoders, 'sampled-in-law')
  if (deploymentOf(definition) !== 'poisson') refuse('deployment', deploymentOf(definition), 'poisson')
}

/** Users and targets that are a Poisson process are sampled in whole networks only, as they are. */
const assertUnsaturatedSettings = (network: Network, settings: SimulationSettings): void => {
  const { fidelity, typical, precoders, assumptions, quantities = [] } = settings
  const name = network.userDensity === undefined ? 'targetDensity (λ_t)' : 'userDensity (λ_u)'
  const refuse = (parameter: string, value: string, permitted: string): never => {
    throw new InvalidParameterError(parameter, value, `${permitted}, if ${name} is finite`)
  }
  if (fidelity !== 'channel') refuse('fidelity', fidelity, 'channel')
  if (typical !== 'user') refuse('typical', typical, 'user')
  if (precoders !== 'sampled-in-law') refuse('precoders', precoders, 'sampled-in-law')
  if (deploymentOf(settings) === 'sites') refuse('deployment', 'sites', 'a random one')
  const others = assumptions.filter((assumption) => assumption !== 'gamma-gains')
  if (others.length > 0) refuse('assumptions', others.join(), 'none but gamma-gains')
  if (network.clutterDensity > 0) refuse('clutterDensity', `${network.clutterDensity}`, '0')
  if (quantities.length > 0) refuse('quantities', quantities.join(), 'none')
  if (network.userDensity === 0 && network.targetDensity === 0)
    throw new InvalidParameterError('userDensity', 0, '> 0, if targetDensity (λ_t) is 0', 'λ_u')
}

/** The process of the base stations of a simulation whose deployment isn't `sites`. */
export const stationProcess = (definition: SimulationDefinition): PointProcess =>
  deployedProcess(
    deploymentOf(definition) as DeploymentName,
    definition.network.baseStationDensity,
    deploymentParametersOf(definition),
  )

/**
 * Whether a simulation draws whole networks. The gain laws make it needless for the typical user and target of a Poisson process.
 *
 * @example
 * drawsWholeNetworks(completeOptions({})) // false
 * drawsWholeNetworks(completeOptions({ fidelity: 'channel' })) // true
 *
 * @param options - the options of the simulation.
 */
export const drawsWholeNetworks = (options: SimulationSettings): boolean =>
  options.fidelity === 'channel' || options.typical === 'cell' || deploymentOf(options) !== 'poisson'

/**
 * For functions that take a definition: a copy with changes may be none.
 *
 * @example
 * assertSimulationDefinition({ ...defineSimulation(defineNetwork()), fidelity: 'sketch' }) // throws 'unknown fidelity ‘sketch’: permitted: gain-law, channel'
 *
 * @throws what {@link defineSimulation} throws for its members, and {InvalidParameterError} for members that are missing.
 */
export const assertSimulationDefinition = (definition: SimulationDefinition): void => {
  assertOptions('a simulation', definition, memberChecks)
  const { network, ...options } = definition
  defineSimulation(network, options)
}

/**
 * A definition that JSON carried here, defined anew: what crosses the border of a thread or a process is no network any more.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5 }), { seed: 1 })
 * simulationFromJson(JSON.stringify(definition)).network.usersPerCell // 5
 *
 * @throws {SyntaxError} for what is no JSON.
 * @throws what `defineNetwork` and {@link defineSimulation} throw for its members, and {InvalidParameterError} for members that are missing.
 */
export const simulationFromJson = (json: string): SimulationDefinition => {
  const content = JSON.parse(json) as SimulationDefinition
  assertOptions('a simulation', content, { ...memberChecks, network: required(anObject) })
  const { network, ...options } = content
  return defineSimulation(defineNetwork({ ...network }), options)
}
