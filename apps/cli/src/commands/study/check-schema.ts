import { plotFormats, plottedQuantities, tableFormats } from '@isacnet/scenario'
import * as z from 'zod/mini'
import { count, type DocumentOf, described, list, number, text } from '../../documents/described-schema.js'
import { communicationMethod, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { network, unit } from '../../documents/network-schema.js'
import { confidence, sampling, seed, until } from '../../documents/simulation-schema.js'
import { coordinates } from './coordinates-schema.js'

const objective = z.union([
  z.strictObject({ kind: z.enum(['communication', 'sensing']) }),
  z.strictObject({ kind: z.literal('sum'), rho: number('ρ') }),
  z.strictObject({ kind: z.literal('expression'), expression: z.string() }),
  z.strictObject({ kind: z.literal('quantity'), quantity: z.string() }),
])

const name = text('of the computation')
const methods = { communicationMethod, sensingMethod, sensingClusters }

const theorem = z.strictObject({
  kind: z.literal('theorem'),
  name,
  ...methods,
  objective: z.optional(objective),
  quantities: z.exactOptional(list(z.string(), 'of the law of the SIR')),
})

const simulation = z.strictObject({
  kind: z.literal('simulation'),
  name,
  options: z.strictObject(sampling),
  until,
  confidence,
  objective: z.optional(objective),
})

const optimization = z.strictObject({
  kind: z.literal('optimization'),
  name,
  objective,
  constraints: z.strictObject({
    minCommunicationClusterSize: z.optional(count('least L')),
    minSensingClusterSize: z.optional(count('least Q')),
    minCommunicationRate: z.optional(number('least R_c')),
    minSensingRate: z.optional(number('least R_s')),
    quantities: z.exactOptional(z.record(z.string(), z.number())),
  }),
  ...methods,
})

const cost = z.strictObject({
  theorem: z.strictObject({ networks: count('to be computed'), seconds: number('on one core') }),
  simulation: z.strictObject({
    trials: number('roughly'),
    blocks: number('roughly'),
    seconds: number('on one core'),
  }),
  optimization: z.strictObject({ searches: count('to be made'), seconds: number('on one core') }),
  seconds: number('on one core, together'),
})

/** The document of `isacnet check --json`. */
export const checkSchema = z.strictObject({
  file: text('that was read'),
  title: text('of the study'),
  axes: list(
    z.strictObject({
      quantities: z.array(
        z.strictObject({ name: z.string(), unit: text('of the values'), values: list(z.number(), 'in order') }),
      ),
    }),
    'of the sweep; quantities of one axis vary together',
  ),
  points: list(
    z.strictObject({
      index: count('from 0'),
      coordinates,
      network,
      computations: z.array(z.union([theorem, simulation, optimization])),
    }),
    'resolved',
  ),
  skippedPoints: count('infeasible ones that were left out'),
  outputs: z.strictObject({
    unit,
    tables: z.array(z.enum(tableFormats)),
    plots: z.array(z.enum(plotFormats)),
    plotted: text(`${plottedQuantities.join(', ')} or one of the quantities of the computations`),
  }),
  seed,
  cost: described(cost, 'roughly'),
})

export type CheckDocument = DocumentOf<typeof checkSchema>
