import {
  laterNames,
  type SimulationParameter,
  type SimulationParameterName,
  type SimulationSettings,
  simulationParameters,
} from '@isacnet/simulation'
import * as z from 'zod/mini'
import { count, described, flag, number } from './described-schema.js'

const parameterValue = (parameter: SimulationParameter): z.ZodMiniType => {
  switch (parameter.kind) {
    case 'choice':
      return z.enum(parameter.permitted)
    case 'choices':
      return z.array(z.enum(parameter.permitted))
    case 'quantities':
      return z.array(z.string())
    case 'seed':
      return z.union([z.number(), z.string()])
    default:
      return z.number()
  }
}

type SamplingSchemas = {
  readonly [Name in keyof SimulationSettings]-?: undefined extends SimulationSettings[Name]
    ? z.ZodMiniExactOptional<z.ZodMiniType<SimulationSettings[Name]>>
    : z.ZodMiniType<SimulationSettings[Name]>
}

const samplingOf = (parameters: readonly SimulationParameter<SimulationParameterName>[]): SamplingSchemas =>
  Object.fromEntries(
    parameters.map((parameter) => {
      const { name, kind, meaning } = parameter
      const unit = kind === 'number' && parameter.unit !== '' ? `, ${parameter.unit}` : ''
      const schema = described(parameterValue(parameter), `${meaning}${unit}`)
      return [name, laterNames.includes(name) ? z.exactOptional(schema) : schema]
    }),
  ) as SamplingSchemas

/** The simulation, besides the network. */
export const sampling = samplingOf(simulationParameters)

type SomeSamplingSchemas = { readonly [Name in keyof SamplingSchemas]: z.ZodMiniExactOptional<SamplingSchemas[Name]> }

/** The part of it that the theorems are about. */
export const comparedSampling = samplingOf(
  simulationParameters.filter(({ inTheorems }) => inTheorems),
) as unknown as SomeSamplingSchemas

export const { seed } = sampling

export const confidence = number('of the interval, such as 0.95')
export const interval = described(z.tuple([z.number(), z.number()]), 'confidence interval: its two ends')
export const biasBound = number('what the mean is at most too low, in its unit')

export const until = described(
  z.union([
    z.strictObject({ trials: count('so many trials') }),
    z.strictObject({
      relativeError: number('half-width of both intervals, relative to the mean'),
      confidence: z.optional(confidence),
      maximumTrials: z.optional(count('at most so many trials')),
      everySite: z.optional(flag('with sites: whether the rates of each have to be as precise')),
    }),
  ]),
  'when the simulation ends',
)

export const trials = count('that were made')
export const elapsedSeconds = number('on the clock, of all runs together')
