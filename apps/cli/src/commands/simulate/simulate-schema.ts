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
import { siteFile, sites } from '../../documents/site-schema.js'

const estimate = z.strictObject({
  mean: number('estimate'),
  standardError: numberOrNull('null where there are too few trials'),
  interval: described(z.nullable(interval), 'null where there are too few trials'),
  confidence,
  biasBound,
})

const share = z.omit(estimate, { biasBound: true })

const control = z.strictObject({
  transmitAntennas: number(
    'of the network whose exact rate is the control: more than simulated, where requests take more',
  ),
  mean: number('of the control, exact'),
  errorEstimate: number('of that mean'),
  coefficient: number('of the control’s deviation from that mean'),
  varianceRatio: numberOrNull('variance without control over that with it; null where nothing is left'),
  biasBound: number('what the mean is at most too high because of the control'),
  uncontrolled: described(z.omit(estimate, { biasBound: true }), 'the rate without control'),
})

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
    control: z.exactOptional(described(control, 'by which the rate is estimated; from the second block on')),
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

/** A probability or a mean of the nulling requests, with its error. */
const requestEstimate = z.strictObject({
  mean: number('estimate'),
  standardError: numberOrNull('null where there are too few drops'),
  interval: described(z.nullable(interval), 'null where there are too few drops'),
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
        estimates: described(
          z.nullable(
            z.strictObject({
              typical: list(requestEstimate, 'probability of 0, 1, 2, … requests at a base station'),
              serving: list(requestEstimate, 'the same at the one that serves a user or a target'),
              servingMean: described(z.extend(requestEstimate, {}), 'requests at the serving base station'),
              communication: list(requestEstimate, 'abandoned share of a user’s requests of rank 2, 3, …, L'),
              sensing: list(requestEstimate, 'abandoned share of a target’s requests of rank 2, 3, …, Q'),
            }),
          ),
          'null where requests weren’t counted, or some of them by an earlier version',
        ),
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
  siteFile,
  sites,
  elapsedSeconds,
  version,
  ended: described(
    z.enum(['reached', 'maximum-trials', 'interrupted', 'running']),
    'why it ended; running in a file that was saved on the way',
  ),
})

export type SimulateDocument = DocumentOf<typeof simulateSchema>

export type RequestEstimateDocument = DocumentOf<typeof requestEstimate>

/** A mean with its error, which is `null` where a single batch of trials says nothing of it. */
export type EstimateDocument = DocumentOf<typeof estimate>
