import * as z from 'zod/mini'
import { count, type DocumentOf, described, flag, list, number } from '../../documents/described-schema.js'
import { network } from '../../documents/network-schema.js'
import { sampling } from '../../documents/simulation-schema.js'

const x = number('km')
const y = number('km')
const place = z.strictObject({ x, y })
const rate = number('nats/s/Hz')
const members = list(
  z.strictObject({
    index: count('of the drop'),
    station: count('that serves it'),
    x,
    y,
    rates: described(
      z.optional(z.strictObject({ 'no-nulling': rate, nulling: rate, abandonment: rate })),
      'mean rates without nulls, with all that are asked for, and with those that are granted',
    ),
  }),
  'those in view',
)
const requests = (description: string) =>
  list(
    z.strictObject({
      kind: z.enum(['communication', 'sensing']),
      receiver: count('index of the user or target'),
      station: count('that is asked to null'),
      accepted: flag('false where it was abandoned'),
      withheld: flag('whether it isn’t made, by --without'),
      from: place,
      to: place,
    }),
    description,
  )

/** The document of `isacnet topology --json`. */
export const topologySchema = z.strictObject({
  definition: described(z.strictObject({ network, ...sampling }), 'of the simulation whose first drop it is'),
  cell: count('the station in the middle'),
  view: z.strictObject({ left: x, right: x, bottom: y, top: y }),
  stations: list(
    z.strictObject({
      index: count('of the drop'),
      x,
      y,
      corners: list(place, 'of its cell'),
      requests: count('that it received'),
      accepted: count('of them'),
      asked: flag('whether the middle cell asks it'),
    }),
    'base stations in view',
  ),
  users: members,
  targets: members,
  requests: requests('of the middle cell'),
  otherRequests: requests('of other cells, with --all-requests'),
  hole: described(
    z.nullable(z.strictObject({ target: count('its index'), x, y, radius: number('km') })),
    'the disc around a target in which there is no base station',
  ),
  counts: z.strictObject({
    stations: count('of the drop'),
    requests: count('of the drop'),
    accepted: count('of the drop'),
    abandoned: count('of the drop'),
  }),
})

export type TopologyDocument = DocumentOf<typeof topologySchema>
