import * as z from 'zod/mini'
import { type DocumentOf, described, number, text } from '../../documents/described-schema.js'
import { degreesOfFreedom, network, unit } from '../../documents/network-schema.js'

const value = (description: string) =>
  described(
    z.strictObject({
      value: number('in the unit'),
      errorEstimate: number('of the theorem, and of the numerical integration'),
    }),
    description,
  )

/** The document of `isacnet evaluate --json` where users or targets are a Poisson process. */
export const loadSchema = z.strictObject({
  network,
  unit,
  degreesOfFreedom,
  communication: described(
    z.strictObject({
      method: z.literal('low-load'),
      rate: value('R_c of a typical user while it is served'),
      servedUserRate: value('of those who are served at a time: T_c over their density'),
      ase: value('T_c, per km²'),
      servedShare: number('of the time in which a typical user is served; 0 where their density is infinite'),
      servedUsers: number('that a station serves at a time, on average'),
    }),
    'of users',
  ),
  sensing: described(z.strictObject({ notApplicable: text('why there is no rate of targets') }), 'of targets'),
  activeShare: number('of stations that transmit: those with users or targets in their cells'),
})

export type LoadDocument = DocumentOf<typeof loadSchema>
