import { figures } from '@isacnet/figures'
import { type ParameterName, parameterDefinitions } from '@isacnet/model'
import * as z from 'zod/mini'
import { count, type DocumentOf, described, list, number, text } from '../../documents/described-schema.js'
import { communicationMethod, sensingClusters, sensingMethod } from '../../documents/methods-schema.js'
import { unit } from '../../documents/network-schema.js'
import { producer } from '../../documents/producer-schema.js'
import { confidence, sampling, seed } from '../../documents/simulation-schema.js'
import { firstToLast } from '../../terminal/help-text.js'

const series = {
  name: text('in the legend'),
  quantity: text('such as communication-ase'),
  unit: text('of its values'),
  sensingClusters: z.nullable(sensingClusters),
  points: count('of the curve'),
}

const figureManifest = z.strictObject({
  figure: text(firstToLast(figures)),
  title: z.string(),
  caption: z.string(),
  isacnet: producer,
  unit,
  parameters: described(
    z.partialRecord(z.enum(parameterDefinitions.map(({ name }): ParameterName => name)), z.number()),
    'that are fixed',
  ),
  swept: z.strictObject({
    parameter: z.nullable(z.string()),
    axisUnit: z.optional(z.string()),
    axisValues: z.array(z.number()),
  }),
  varied: list(z.string(), 'parameters that differ between points or curves'),
  series: z.array(
    z.strictObject({
      ...series,
      communicationMethod: z.nullable(communicationMethod),
      sensingMethod: z.nullable(sensingMethod),
      greatestErrorEstimate: number('of its points'),
    }),
  ),
  simulations: z.array(
    z.strictObject({
      ...series,
      fidelity: sampling.fidelity,
      seed,
      confidence,
      trials: list(z.int(), 'of each point'),
      greatestStandardError: number('of its points'),
    }),
  ),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
})

/** The document of `isacnet reproduce --json`. */
export const reproduceSchema = z.strictObject({
  out: text('directory of the files'),
  figures: list(figureManifest, 'the manifest of each figure'),
  files: list(z.string(), 'paths of what was written'),
})

export type ReproduceDocument = DocumentOf<typeof reproduceSchema>

export type FigureManifest = DocumentOf<typeof figureManifest>
