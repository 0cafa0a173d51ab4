import * as z from 'zod/mini'
import { type DocumentOf, described } from '../../documents/described-schema.js'
import { communicationMethod, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { degreesOfFreedom, network, unit } from '../../documents/network-schema.js'
import { ratedService, sums } from '../../documents/quantities-schema.js'

/** The document of `isacnet evaluate --json`. */
export const evaluateSchema = z.strictObject({
  network,
  unit,
  degreesOfFreedom,
  communication: described(z.strictObject({ method: communicationMethod, ...ratedService }), 'of a user'),
  sensing: described(z.strictObject({ method: sensingMethod, sensingClusters, ...ratedService }), 'of a target'),
  ...sums,
})

export type EvaluateDocument = DocumentOf<typeof evaluateSchema>
