import * as z from 'zod/mini'
import { allocation, degreesOfFreedomLeft, rated, searched, ties, value } from '../../documents/allocation-schema.js'
import {
  count,
  type DocumentOf,
  described,
  flag,
  list,
  number,
  numberOrNull,
  text,
} from '../../documents/described-schema.js'
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
  onSites: z.optional(
    described(
      z.strictObject({
        gapsDb: z.strictObject({
          communication: numberOrNull('by which the SIR of users is better on these sites than in a random network'),
          sensing: numberOrNull('by which the SIR of targets is'),
        }),
        confidence: number('of all comparisons together'),
        standings: list(
          z.strictObject({
            allocation,
            expected: number('objective by theorem, with the gaps'),
            simulated: number('objective on the sites'),
            standardError: number('of the latter'),
            behind: number('how much higher the best is'),
            halfWidth: number('of the interval of that'),
            separated: flag('whether it is lower than the best at the confidence'),
            samples: count('blocks that were simulated'),
          }),
          'candidates, the best first',
        ),
      }),
      'the best allocation on the sites of a file, with --sites',
    ),
  ),
  ...searched,
})

export type OptimizeDocument = DocumentOf<typeof optimizeSchema>
