import type { ParameterName } from './network-parameters.js'

/** One parameter: how it is written, its permitted values, and its value in the paper's network. */
export interface ParameterDefinition {
  readonly name: ParameterName
  /** The paper's symbol, for people to read. */
  readonly symbol: string
  /** Other spellings accepted where people type. */
  readonly aliases: readonly string[]
  readonly meaning: string
  /** Unit, or the empty string for a pure number. */
  readonly unit: string
  readonly integer: boolean
  readonly lowerBound: number
  /** Whether the lower bound itself is permitted. */
  readonly lowerBoundPermitted: boolean
  /** Greatest permitted value; `Infinity` where there is none. */
  readonly upperBound: number
  /** Whether it may be infinite. A network leaves it out then, so that JSON and hashes of networks don't have it; `inf` is how it is typed. */
  readonly infinityPermitted: boolean
  readonly defaultValue: number
}

const count = (
  name: ParameterName,
  symbol: string,
  aliases: readonly string[],
  meaning: string,
  defaultValue: number,
): ParameterDefinition => ({
  name,
  symbol,
  aliases,
  meaning,
  unit: '',
  integer: true,
  lowerBound: 1,
  lowerBoundPermitted: true,
  upperBound: Number.MAX_SAFE_INTEGER,
  infinityPermitted: false,
  defaultValue,
})

const real = (
  name: ParameterName,
  symbol: string,
  aliases: readonly string[],
  meaning: string,
  unit: string,
  range: { readonly above?: number; readonly from?: number; readonly to?: number },
  defaultValue: number,
): ParameterDefinition => ({
  name,
  symbol,
  aliases,
  meaning,
  unit,
  integer: false,
  lowerBound: range.from ?? range.above ?? Number.NEGATIVE_INFINITY,
  lowerBoundPermitted: range.from !== undefined,
  upperBound: range.to ?? Number.POSITIVE_INFINITY,
  infinityPermitted: false,
  defaultValue,
})

const density = (
  name: ParameterName,
  symbol: string,
  aliases: readonly string[],
  meaning: string,
): ParameterDefinition => ({
  ...real(name, symbol, aliases, meaning, 'per km²', { from: 0 }, Number.POSITIVE_INFINITY),
  infinityPermitted: true,
})

/**
 * Every network parameter in the order in which it is shown, with the paper's default (Section VI). The paper gives no
 * default for the allocation (K, L, J, Q); 1 is the smallest network of each kind.
 */
export const parameterDefinitions: readonly ParameterDefinition[] = [
  real(
    'baseStationDensity',
    'λ_b',
    ['lambda', 'lambda_b', 'λ', 'λ_b'],
    'density of base stations',
    'per km²',
    { above: 0 },
    1,
  ),
  count('transmitAntennas', 'M_t', ['Mt', 'M_t'], 'transmit antennas per base station', 20),
  count('receiveAntennas', 'M_r', ['Mr', 'M_r'], 'receive antennas per base station', 10),
  count('usersPerCell', 'K', ['K'], 'users served at once by a base station', 1),
  count('communicationClusterSize', 'L', ['L'], 'base stations in a user’s cluster', 1),
  count('targetsPerCell', 'J', ['J'], 'targets sensed at once by a base station', 1),
  count('sensingClusterSize', 'Q', ['Q'], 'base stations in a target’s cluster', 1),
  count('maxTargetsPerCell', 'J_max', ['Jmax', 'J_max'], 'targets that a receiver can tell apart', 10),
  real('pathLossExponent', 'α', ['alpha', 'α'], 'one-way path-loss exponent', '', { above: 2 }, 4),
  real(
    'echoPathLossExponent',
    'β',
    ['beta', 'β'],
    'path-loss exponent of the echo, which decays as d^(−2β)',
    '',
    { above: 0 },
    2,
  ),
  real('transmitPower', 'P_t', ['Pt', 'P_t'], 'transmit power per base station', 'W', { above: 0 }, 1),
  real(
    'radarCrossSection',
    '|ξ|²',
    ['xi2', 'rcs', '|xi|^2', '|ξ|²'],
    'mean-square reflection coefficient of a target',
    '',
    { above: 0 },
    0.1,
  ),
  real(
    'receiveFilterGain',
    'κ',
    ['kappa', 'κ'],
    'what receive-filter mismatch leaves of the array gain',
    '',
    { above: 0, to: 1 },
    1,
  ),
  real('matchedFilterGain', 'ΔT', ['deltaT', 'DeltaT', 'ΔT'], 'gain of matched filtering', '', { above: 0 }, 1),
  real(
    'clutterDensity',
    'λ_x',
    ['lambda_x', 'λ_x'],
    'density of clutter scatterers (0: no clutter)',
    'per km²',
    { from: 0 },
    0,
  ),
  real(
    'clutterCrossSection',
    'σ_x',
    ['sigma_x', 'σ_x'],
    'mean-square reflection coefficient of a scatterer',
    '',
    { from: 0 },
    1,
  ),
  real(
    'clutterResidual',
    'ρ_x',
    ['rho_x', 'ρ_x'],
    'what clutter cancellation leaves of a scatterer’s power',
    '',
    { from: 0, to: 1 },
    1,
  ),
  real(
    'noisePower',
    'N₀',
    ['N0', 'N_0', 'N₀'],
    'noise power, referred to a path loss of 1 at 1 km (0: no noise)',
    'W',
    { from: 0 },
    0,
  ),
  real('rmsBandwidth', 'B', ['B', 'B_rms'], 'root of the mean-square bandwidth (0: not known)', 'Hz', { from: 0 }, 0),
  density('userDensity', 'λ_u', ['lambda_u', 'λ_u'], 'density of users (inf: every base station always has K)'),
  density('targetDensity', 'λ_t', ['lambda_t', 'λ_t'], 'density of targets (inf: every base station always has J)'),
]

/**
 * Parameters that came after the first version of files. Older files lack them, and hashes of networks leave them out where they have their
 * defaults: otherwise seeds and keys that are such hashes would change.
 */
export const laterParameterNames: readonly ParameterName[] = ['rmsBandwidth', 'userDensity', 'targetDensity']

/**
 * The permitted values of a parameter, in words: `an integer ≥ 1`, `a finite number > 2`, `a finite number > 0 and ≤ 1`,
 * `a number ≥ 0, or inf`.
 *
 * @example
 * permittedValues(parameterDefinitions.find(({ name }) => name === 'pathLossExponent')) // 'a finite number > 2'
 */
export const permittedValues = (definition: ParameterDefinition): string => {
  const kind = definition.integer ? 'an integer' : definition.infinityPermitted ? 'a number' : 'a finite number'
  const lower = `${definition.lowerBoundPermitted ? '≥' : '>'} ${definition.lowerBound}`
  const bounded = Number.isFinite(definition.upperBound) && definition.upperBound !== Number.MAX_SAFE_INTEGER
  const range = bounded ? `${kind} ${lower} and ≤ ${definition.upperBound}` : `${kind} ${lower}`
  return definition.infinityPermitted ? `${range}, or inf` : range
}
