import * as z from 'zod/mini'
import { count, type DocumentOf, described, list, number, text } from './described-schema.js'
import { rateQuantities } from './quantities-schema.js'

export const allocation = described(
  z.strictObject({
    usersPerCell: count('K'),
    communicationClusterSize: count('L'),
    targetsPerCell: count('J'),
    sensingClusterSize: count('Q'),
  }),
  'how degrees of freedom are spent',
)
export const degreesOfFreedomLeft = count('M_t − K·L − J·(Q−1)')

const service = z.strictObject(rateQuantities)

/** Quantities of the law of the SIR that the objective or a constraint asks for. */
const quantities = z.exactOptional(
  list(
    z.strictObject({
      name: text('service, quantity and parameter, such as communication-coverage:3dB'),
      value: number('rates are in the unit'),
    }),
    'quantities of the law of the SIR that the objective or a constraint asks for',
  ),
)

/** An allocation and what it achieves. */
export const performance = z.strictObject({
  allocation,
  communication: service,
  sensing: service,
  degreesOfFreedomLeft,
  quantities,
})

export const value = number('of the objective')

/** An allocation with its value of an objective. */
export const rated = z.extend(performance, { value })

export const ties = list(rated, 'the same within the numerical error')

/** How a search went. */
export const searched = {
  examined: count('allocations that were examined'),
  pruned: count('allocations that bounds ruled out'),
}

/** The quantities of both services are in the document's unit. */
export type PerformanceDocument = DocumentOf<typeof performance>

export type RatedDocument = DocumentOf<typeof rated>
