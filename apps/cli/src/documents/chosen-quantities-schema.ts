import * as z from 'zod/mini'
import { described, number, numberOrNull, text } from './described-schema.js'
import { notApplicable } from './methods-schema.js'
import { interval } from './simulation-schema.js'

/** The choice, in every list of such quantities. */
const choice = {
  name: text('quantity and parameter, such as coverage:3dB'),
  quantity: text('a row of the table of quantities'),
  parameter: numberOrNull('threshold in dB, percentile in %, or probability of a false alarm; null where it has none'),
}

const list = <Item extends z.core.$ZodType>(item: Item) =>
  z.exactOptional(described(z.array(item), 'quantities of the law of the SIR, if some are chosen with --quantities'))

/** A computed quantity of a service. */
export const computedQuantities = list(
  z.union([
    z.strictObject({ ...choice, value: number('rates are in the unit'), errorEstimate: number('numerical') }),
    z.strictObject({ ...choice, notApplicable }),
  ]),
)

/** A simulated quantity of a service. */
export const simulatedQuantities = list(
  z.strictObject({
    ...choice,
    mean: number('estimate; rates are in the unit'),
    standardError: numberOrNull('null where there are too few trials'),
    interval: described(z.nullable(interval), 'null where there are too few trials'),
    confidence: number('of the interval, such as 0.95'),
  }),
)

/** A simulated quantity of a service beside what methods say of it. */
export const comparedQuantities = <Judged extends z.core.$ZodLooseShape>(judged: Judged) =>
  list(
    z.strictObject({
      ...choice,
      simulation: z.strictObject({ mean: number('of the simulation'), standardError: numberOrNull('of the mean') }),
      methods: z.array(
        z.union([
          z.strictObject({ method: z.string(), value: number('rates are in the unit'), ...judged }),
          z.strictObject({ method: z.string(), notApplicable }),
        ]),
      ),
    }),
  )
