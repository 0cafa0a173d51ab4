import {
  isDefault,
  readParameter,
  type SimulationOptions,
  type SimulationParameter,
  simulationParameters,
} from '@isacnet/simulation'

/** Parameters of a simulation that have members, keys and controls of their own in the explorer, or none. */
const toldApart = ['fidelity', 'sensingClusters', 'seed', 'beyondRegion'] as const

/** How drops and simulations are sampled, beside what is told apart: what differs from the defaults. */
export type Sampling = Omit<SimulationOptions, (typeof toldApart)[number]>

/** The parameters of a {@link Sampling}: all of the table that aren't told apart. */
export const samplingParameters = (
  simulationParameters.filter(({ name }) => !toldApart.some((apart) => apart === name)) as readonly SimulationParameter<
    keyof Sampling
  >[]
).map((parameter) =>
  // Sites are those of a file, which has a view of its own.
  parameter.name === 'deployment' && parameter.kind === 'choice'
    ? { ...parameter, permitted: parameter.permitted.filter((name) => name !== 'sites') }
    : parameter,
)

/**
 * A sampling in which one parameter has the value that was typed. What has its default then is left out.
 *
 * @throws {UnknownNameError} {InvalidParameterError} for a value that the parameter can't have.
 */
export const withSampling = (
  sampling: Sampling,
  parameter: SimulationParameter<keyof Sampling>,
  text: string,
): Sampling => {
  const changed: Sampling = { ...sampling, [parameter.name]: readParameter(parameter, text) }
  return Object.fromEntries(
    samplingParameters.flatMap(({ name }) => (isDefault(changed, name) ? [] : [[name, changed[name]]])),
  )
}

/** The part of a sampling that a drop shows. */
export const drawnSampling = (sampling: Sampling): Sampling =>
  Object.fromEntries(
    samplingParameters.flatMap(({ name, drawn }) =>
      drawn && sampling[name] !== undefined ? [[name, sampling[name]]] : [],
    ),
  )
