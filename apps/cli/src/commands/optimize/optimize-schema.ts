import * as z from 'zod/mini'
import { allocation, degreesOfFreedomLeft, rated, searched, ties, value } from '../../documents/allocation-schema.js'
import { type DocumentOf, list, number, numberOrNull, text } from '../../documents/described-schema.js'
import { communicationMethod, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { rateQuantities } from '../../documents/quantities-schema.js'

const bindingConstraint = z.strictObject({
  constraint: text('its name'),
  limit: number('as it is'),
  relaxedTo: numberOrNull('a weaker limit; null where a most is left out'),
  value: number('of the objective with the weaker limit'),
})

/** The document of `isacnet optimize --json`. */
export const optimizeSchema = z.strictObject({
  network,
  unit,
  objective: text(
    'communication, sensing, sum, or a quantity such as communication-percentile-rate:5%; errors are made small',
  ),
  rho: z.optional(number('ρ in ρT_c + (1−ρ)T_s')),
  allocation,
  value,
  communication: z.strictObject({ method: communicationMethod, ...rateQuantities }),
  sensing: z.strictObject({ method: sensingMethod, sensingClusters, ...rateQuantities }),
  degreesOfFreedomLeft,
  quantities: rated.shape.quantities,
  ties,
  runnersUp: list(z.extend(rated, { ties }), 'the next lower values'),
  binding: list(bindingConstraint, 'constraints that cost something'),
  confirmed: z.optional(
    list(
      z.strictObject({
        allocation,
        value: number('of the objective, as the theorem promises'),
        simulated: number('the same, simulated at channel fidelity'),
        halfWidth: number('of the 95 % interval'),
        difference: number('of the optimum’s simulated value from this one’s'),
        differenceHalfWidth: number('of its 95 % interval'),
      }),
      'the optimum and its runners-up by simulation',
    ),
  ),
  ...searched,
})

export type OptimizeDocument = DocumentOf<typeof optimizeSchema>
