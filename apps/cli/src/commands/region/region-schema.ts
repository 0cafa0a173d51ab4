import { regionMetrics } from '@isacnet/optimization'
import * as z from 'zod/mini'
import { performance, searched } from '../../documents/allocation-schema.js'
import { count, type DocumentOf, described, flag, list, number } from '../../documents/described-schema.js'
import { communicationMethod, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { network, unit } from '../../documents/network-schema.js'

const place = described(
  z.strictObject({ communication: number('of communication'), sensing: number('of sensing') }),
  'a place in the plane',
)

const paretoPoint = z.strictObject({
  point: place,
  ...performance.shape,
  ties: list(performance, 'other allocations at the same point'),
  onHull: flag('whether it is a corner of the convex hull'),
  gainAtEqualCommunication: number('of sensing over time sharing, relative'),
  gainAtEqualSensing: number('of communication over time sharing, relative'),
})

/** The document of `isacnet region --json`. */
export const regionSchema = z.strictObject({
  parameters: described(
    z.omit(network, {
      usersPerCell: true,
      communicationClusterSize: true,
      targetsPerCell: true,
      sensingClusterSize: true,
    }),
    'every parameter that is not chosen, by code name',
  ),
  unit,
  metric: z.enum(regionMetrics),
  plane: z.exactOptional(
    described(
      z.strictObject({ x: z.string(), y: z.string() }),
      'the quantities on the axes, with --plane: what points call communication is x, sensing y',
    ),
  ),
  communicationMethod,
  sensingMethod,
  sensingClusters,
  constraints: z.strictObject({
    minCommunicationClusterSize: count('least L'),
    minSensingClusterSize: count('least Q'),
    minCommunicationRate: number('least R_c'),
    minSensingRate: number('least R_s'),
    quantities: z.exactOptional(
      described(z.record(z.string(), z.number()), 'limits of quantities of the law of the SIR, if there are some'),
    ),
  }),
  points: list(paretoPoint, 'Pareto points, in descending order of communication'),
  staircase: list(place, 'the boundary of what is achieved without time sharing'),
  hull: list(paretoPoint, 'corners of the convex hull, which time sharing achieves'),
  corners: z.strictObject({ communicationOptimal: paretoPoint, sensingOptimal: paretoPoint }),
  timeSharing: described(z.strictObject({ from: place, to: place }), 'the segment between the corner points'),
  gains: described(
    z.strictObject({ atEqualCommunication: paretoPoint, atEqualSensing: paretoPoint }),
    'the points with the largest gains',
  ),
  achievable: z.optional(list(performance, 'every achievable point, with --achievable')),
  ...searched,
})

export type RegionDocument = DocumentOf<typeof regionSchema>

/** A place in the plane of the region, in the document's unit. */
export type PlaceDocument = DocumentOf<typeof place>

/** A Pareto point: where it lies, what achieves it, and its gains over time sharing (0.38 is 38 %). */
export type RegionPointDocument = DocumentOf<typeof paretoPoint>
