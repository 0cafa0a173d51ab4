import {
  aNetwork,
  anObject,
  aSeed,
  assertNetwork,
  assertOptions,
  defineNetwork,
  InvalidParameterError,
  type Network,
  numberThat,
  type OptionChecks,
  oneOf,
  readSeed,
  required,
  type Seed,
  type SensingClusters,
  sensingClusterKinds,
  someOf,
} from '@isacnet/model'

/**
 * What is sampled. `gain-law`: the geometry; gains are Γ variates and clusters nulled as the theorems assume. `channel`: users and
 * targets of all cells, whose requests are counted and, where too many, abandoned at random; gains from the precoders that result.
 */
export type Fidelity = 'gain-law' | 'channel'

/** Whose rate is averaged: a user (target) at a place chosen at random, or at random in a cell chosen at random. */
export type Typical = 'user' | 'cell'

/** How `channel` gets its gains: from their exact law, or from zero forcing on sampled channels. Means are equal. */
export type Precoders = 'sampled-in-law' | 'literal'

/**
 * What `channel` may take over from the theorems, one by one, to tell what each costs. `mean-requests`: every BS gets and accepts
 * K(L − 1) + J(Q − 1) requests. `gamma-gains`: the gains of interferers and towards targets are Γ(K, 1). `no-abandonment`: requests
 * beyond M_t − K take no degree of freedom but are nulled. All three together are the assumptions of `gain-law`.
 */
export type Assumption = 'mean-requests' | 'gamma-gains' | 'no-abandonment'

export const assumptionNames: readonly Assumption[] = ['mean-requests', 'gamma-gains', 'no-abandonment']
export const fidelities: readonly Fidelity[] = ['gain-law', 'channel']
export const typicals: readonly Typical[] = ['user', 'cell']
export const precoderKinds: readonly Precoders[] = ['sampled-in-law', 'literal']

/** Everything that the numbers of a simulation depend on, but for how many trials there are: plain data. */
export interface SimulationDefinition {
  readonly network: Network
  readonly fidelity: Fidelity
  readonly typical: Typical
  readonly sensingClusters: SensingClusters
  readonly precoders: Precoders
  /** In the order of `assumptionNames`. */
  readonly assumptions: readonly Assumption[]
  /** BSs are no nearer to each other than this, in km (Matérn's process II); 0 for the Poisson process. */
  readonly hardCoreDistance: number
  readonly seed: Seed
  /** The largest bias that a rate may have, relative to the rate; how far interferers are sampled one by one follows from it. */
  readonly relativeBias: number
}

/** What of a definition may be left out, and its default. */
export interface SimulationOptions {
  /** As `readSeed` of `@isacnet/model` reads it; default 1. */
  readonly seed?: Seed
  /** Default `gain-law`. */
  readonly fidelity?: Fidelity
  /** Default `user`, which the theorems average over. */
  readonly typical?: Typical
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters
  /** Default `sampled-in-law`; it matters for `channel` only. */
  readonly precoders?: Precoders
  /** Default none; they are for `channel` only. */
  readonly assumptions?: readonly Assumption[]
  /** In km, default 0: a Poisson process. */
  readonly hardCoreDistance?: number
  /** The largest bias that a rate may have, relative to the rate; default 1e-4. */
  readonly relativeBias?: number
}

const optionChecks: OptionChecks<SimulationOptions> = {
  seed: aSeed,
  fidelity: oneOf(fidelities),
  typical: oneOf(typicals),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  precoders: oneOf(precoderKinds),
  assumptions: someOf(assumptionNames, 'assumption'),
  hardCoreDistance: numberThat('a number of km', () => true),
  relativeBias: numberThat('between 0 and 1', (bound) => bound > 0 && bound < 1),
}

const memberChecks = Object.fromEntries([
  ['network', aNetwork],
  ...Object.entries(optionChecks).map(([name, check]) => [name, required(check)]),
]) as OptionChecks<SimulationDefinition>

/**
 * A complete definition from a network and what deviates from the defaults.
 *
 * @param network - made by `defineNetwork`.
 * @throws {InvalidParameterError} for anything else; unless 0 < relativeBias < 1, the hard-core distance is ≥ 0 and small enough for the
 * density ($\lambda\pi h^2 < 0.9$) and the seed one that `readSeed` permits; for typical cells of a hard-core process; for assumptions or
 * literal precoders where they don't apply.
 * @throws {UnknownNameError} for options and names that are not listed.
 */
export const defineSimulation = (network: Network, options: SimulationOptions = {}): SimulationDefinition => {
  assertNetwork(network)
  assertOptions('a simulation', options, optionChecks)
  const {
    seed = 1,
    fidelity = 'gain-law',
    typical = 'user',
    sensingClusters = 'bs-centric',
    precoders = 'sampled-in-law',
    assumptions = [],
    hardCoreDistance = 0,
    relativeBias = 1e-4,
  } = options
  if (fidelity === 'gain-law') {
    if (assumptions.length > 0)
      throw new InvalidParameterError('assumptions', assumptions.join(), 'none, unless the fidelity is channel')
    if (precoders === 'literal')
      throw new InvalidParameterError('precoders', precoders, 'sampled-in-law, unless the fidelity is channel')
  } else if (precoders === 'literal' && assumptions.includes('gamma-gains'))
    throw new InvalidParameterError('precoders', precoders, 'sampled-in-law, if gains are assumed to be gamma variates')
  const largest = Math.sqrt(0.9 / (Math.PI * network.baseStationDensity))
  if (!(hardCoreDistance >= 0 && hardCoreDistance < largest))
    throw new InvalidParameterError(
      'hardCoreDistance',
      hardCoreDistance,
      `≥ 0 and less than ${largest.toPrecision(4)} km for ${network.baseStationDensity} base stations per km²`,
    )
  if (hardCoreDistance > 0 && typical === 'cell')
    throw new InvalidParameterError('typical', typical, 'user, if the hard-core distance is not 0')
  return {
    network,
    fidelity,
    typical,
    sensingClusters,
    precoders,
    assumptions: assumptionNames.filter((name) => assumptions.includes(name)),
    hardCoreDistance,
    seed: readSeed(seed),
    relativeBias,
  }
}

/**
 * For functions that take a definition: a copy with changes may be none.
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
 * @throws {SyntaxError} for what is no JSON.
 * @throws what `defineNetwork` and {@link defineSimulation} throw for its members, and {InvalidParameterError} for members that are missing.
 */
export const simulationFromJson = (json: string): SimulationDefinition => {
  const content = JSON.parse(json) as SimulationDefinition
  assertOptions('a simulation', content, { ...memberChecks, network: required(anObject) })
  const { network, ...options } = content
  return defineSimulation(defineNetwork({ ...network }), options)
}
