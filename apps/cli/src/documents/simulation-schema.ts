import { assumptionNames, fidelities, precoderKinds, typicals } from '@isacnet/simulation'
import * as z from 'zod/mini'
import { count, described, list, number } from './described-schema.js'
import { sensingClusters } from './methods-schema.js'

export const seed = described(z.union([z.number(), z.string()]), 'of all random numbers')

/** What is simulated, besides the network. */
export const sampling = {
  fidelity: described(z.enum(fidelities), 'what is sampled: the geometry with gains by their laws, or whole networks'),
  typical: described(z.enum(typicals), 'of which users and targets the average is'),
  sensingClusters,
  precoders: described(z.enum(precoderKinds), 'built from channels, or sampled from their law'),
  assumptions: list(z.enum(assumptionNames), 'of the theorems that the simulation makes'),
  hardCoreDistance: number('least distance of base stations, km'),
  seed,
  relativeBias: number('largest bias that was asked for, relative to the rate'),
}

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
    }),
  ]),
  'when the simulation ends',
)

export const trials = count('that were made')
export const elapsedSeconds = number('on the clock, of all runs together')
