import * as z from 'zod/mini'
import { simulatedQuantities } from './chosen-quantities-schema.js'
import { count, type DocumentOf, described, list, number, numberOrNull, text } from './described-schema.js'
import { interval } from './simulation-schema.js'

const estimate = z.strictObject({
  mean: number('estimate'),
  standardError: numberOrNull('null where there are too few batches'),
  interval: described(z.nullable(interval), 'null where there are too few batches'),
})

const service = (receiver: string, symbols: string) =>
  described(
    z.nullable(
      z.strictObject({
        rate: described(
          z.extend(estimate, { biasBound: number('what the mean is at most too low') }),
          `of a ${receiver} in its cell`,
        ),
        ase: described(z.extend(estimate, {}), `of all ${receiver}s of its cell, by its area: ${symbols} there`),
        quantities: simulatedQuantities,
      }),
    ),
    `its ${receiver}s; null for a site that serves nobody, or shares its place with an earlier one`,
  )

/** The file of sites that was simulated. */
export const siteFile = z.exactOptional(
  described(
    z.strictObject({
      file: text('its name'),
      unit: described(z.enum(['metres', 'kilometres', 'degrees']), 'of its coordinates'),
      centre: described(z.tuple([z.number(), z.number()]), 'of the sites: x and y, or longitude and latitude'),
      serving: count('sites whose cells in the region aren’t empty'),
      area: number('of the region without its guard, km²'),
      guard: number('km'),
    }),
    'the file of sites and its region, with --sites',
  ),
)

/** Results for each site of a file, in its order. */
export const sites = z.exactOptional(
  list(
    z.strictObject({
      row: count('line of a table, or number of a feature, from 1'),
      name: text('name or number in the file; may be empty'),
      coordinates: described(z.tuple([z.number(), z.number()]), 'as in the file: x and y, or longitude and latitude'),
      station: count('its number among the sites at places that differ, from 0'),
      sameAs: numberOrNull('row of an earlier site at the same place, which has the results'),
      area: number('of its cell in the region, km²; 0 if it serves nobody'),
      requests: described(z.nullable(estimate), 'to null that it gets; null with sameAs'),
      abandonedShare: described(z.nullable(estimate), 'of them; null where it gets none, and with sameAs'),
      communication: service('user', 'T_c'),
      sensing: service('target', 'T_s'),
    }),
    'results for each site, in the order of the file, with --sites',
  ),
)

type Filled<Schema extends z.core.$ZodType> = NonNullable<DocumentOf<Schema>>

export type SiteFileDocument = Filled<typeof siteFile>

export type SiteDocument = Filled<typeof sites>[number]

export type SiteServiceDocument = NonNullable<SiteDocument['communication']>
