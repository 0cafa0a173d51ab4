import { assumptionNames } from '@isacnet/model'
import * as z from 'zod/mini'
import { type DocumentOf, described, number } from '../../documents/described-schema.js'
import { communicationMethod, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { degreesOfFreedom, network, unit } from '../../documents/network-schema.js'
import { ratedService, sums } from '../../documents/quantities-schema.js'

const actualService = z.strictObject({
  ...ratedService,
  exactDeviation: number('of the exact rate for mean requests from this one, relative to it'),
})

/** The document of `isacnet evaluate --json`. */
export const evaluateSchema = z.strictObject({
  network,
  unit,
  degreesOfFreedom,
  assumptions: described(
    z.optional(z.array(z.enum(assumptionNames))),
    'of the mean-request theorems that actual-requests took over, if any',
  ),
  communication: described(z.strictObject({ method: communicationMethod, ...ratedService }), 'of a user'),
  sensing: described(z.strictObject({ method: sensingMethod, sensingClusters, ...ratedService }), 'of a target'),
  ...sums,
  actualRequests: described(
    z.optional(
      z.strictObject({
        communication: actualService,
        sensing: actualService,
      }),
    ),
    'by method actual-requests, where BSs get requests to null and the methods take their mean number',
  ),
})

export type EvaluateDocument = DocumentOf<typeof evaluateSchema>
