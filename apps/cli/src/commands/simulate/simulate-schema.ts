import { byRateQuantity, type Service } from '@isacnet/model'
import * as z from 'zod/mini'
import { simulatedQuantities } from '../../documents/chosen-quantities-schema.js'
import { type DocumentOf, described, flag, list, number, numberOrNull } from '../../documents/described-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { version } from '../../documents/producer-schema.js'
import { symbolOf } from '../../documents/quantities-schema.js'
import {
  biasBound,
  confidence,
  elapsedSeconds,
  interval,
  sampling,
  trials,
  until,
} from '../../documents/simulation-schema.js'

const estimate = z.strictObject({
  mean: number('estimate'),
  standardError: numberOrNull('null where there are too few trials'),
  interval: described(z.nullable(interval), 'null where there are too few trials'),
  confidence,
  biasBound,
})

const share = z.omit(estimate, { biasBound: true })

const servedShare = (receiver: string) =>
  z.strictObject({
    servedShare: described(
      z.extend(share, {}),
      `of the time in which a typical ${receiver} is served; 0 where their density is infinite`,
    ),
  })

const service = (service: Service) =>
  z.strictObject({
    ...byRateQuantity((quantity) => described(z.extend(estimate, {}), symbolOf(quantity, service))),
    quantities: simulatedQuantities,
    coverage: list(
      z.strictObject({
        thresholdDb: number('T'),
        probability: number('P(SIR > T)'),
        standardError: numberOrNull('of the probability'),
        interval: z.nullable(interval),
      }),
      'probability that the signal-to-interference ratio exceeds T',
    ),
  })

/** The document of `isacnet simulate --json`. Nothing but `elapsedSeconds` depends on the machine or the number of threads. */
export const simulateSchema = z.strictObject({
  network,
  unit,
  ...sampling,
  until,
  trials,
  communication: service('communication'),
  sensing: service('sensing'),
  nulling: z.exactOptional(
    described(
      z.strictObject({
        meanRequests: number('that a base station receives'),
        abandonedFraction: number('of all requests'),
        distribution: z.nullable(list(z.number(), 'probability of 0, 1, 2, … requests')),
        counted: flag('whether requests were counted, or are the mean that the theorems assume'),
      }),
      'requests to null interference; left out where users or targets are a Poisson process',
    ),
  ),
  load: z.exactOptional(
    described(
      z.strictObject({
        activeShare: described(share, 'of stations that transmit: those with users or targets in their cells'),
        communication: servedShare('user'),
        sensing: servedShare('target'),
      }),
      'where users or targets are a Poisson process: rates are those of a typical one while it is served',
    ),
  ),
  elapsedSeconds,
  version,
  ended: described(
    z.enum(['reached', 'maximum-trials', 'interrupted', 'running']),
    'why it ended; running in a file that was saved on the way',
  ),
})

export type SimulateDocument = DocumentOf<typeof simulateSchema>

/** A mean with its error, which is `null` where a single batch of trials says nothing of it. */
export type EstimateDocument = DocumentOf<typeof estimate>
