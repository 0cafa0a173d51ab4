import * as z from 'zod/mini'
import { type DocumentOf, number } from '../../documents/described-schema.js'
import { communicationMethod, notApplicable, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { degreesOfFreedom, network, unit } from '../../documents/network-schema.js'
import { ratedService } from '../../documents/quantities-schema.js'

const comparison = {
  ...ratedService,
  deviation: number('from the exact rate, or from that with the actual requests where there is none, relative to it'),
}

/** The document of `isacnet evaluate --compare --json`. */
export const compareSchema = z.strictObject({
  network,
  unit,
  degreesOfFreedom,
  communication: z.array(
    z.union([
      z.strictObject({ method: communicationMethod, ...comparison }),
      z.strictObject({ method: communicationMethod, notApplicable }),
    ]),
  ),
  sensing: z.array(
    z.union([
      z.strictObject({ method: sensingMethod, sensingClusters, ...comparison }),
      z.strictObject({ method: sensingMethod, sensingClusters, notApplicable }),
    ]),
  ),
})

export type CompareDocument = DocumentOf<typeof compareSchema>
