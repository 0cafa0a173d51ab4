import { createHash } from 'node:crypto'
import { curvesOf, type FigureData, marksOf, plainText } from '@isacnet/drawing'
import { isacnetCommit, isacnetVersion } from '../../documents/build-information.js'
import type { OutputFile } from '../../files/output-directory.js'
import type { FigureManifest } from './reproduce-schema.js'

/** The origin of a figure's files: without a date, so that equal input gives equal bytes. */
export const figureManifest = (figure: FigureData, files: readonly OutputFile[]): FigureManifest => ({
  figure: figure.id,
  title: figure.title,
  caption: plainText(figure.caption),
  isacnet: { version: isacnetVersion, commit: isacnetCommit },
  unit: figure.unit,
  parameters: figure.parameters,
  swept: {
    parameter: figure.x.parameter,
    ...(figure.x.unit === '' ? {} : { axisUnit: figure.x.unit }),
    axisValues: [...new Set(figure.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b),
  },
  varied: figure.varied,
  series: curvesOf(figure).map((series) => ({
    name: series.name,
    quantity: series.quantity,
    unit: series.unit,
    communicationMethod: series.communicationMethod,
    sensingMethod: series.sensingMethod,
    sensingClusters: series.sensingClusters,
    points: series.points.length,
    greatestErrorEstimate: Math.max(...series.points.map(({ errorEstimate }) => errorEstimate)),
  })),
  simulations: marksOf(figure).map((series) => ({
    name: series.name,
    quantity: series.quantity,
    unit: series.unit,
    fidelity: series.fidelity,
    sensingClusters: series.sensingClusters,
    seed: series.seed,
    confidence: series.confidence,
    points: series.points.length,
    trials: series.points.map(({ trials }) => trials),
    greatestStandardError: Math.max(...series.points.map(({ standardError }) => standardError)),
  })),
  files: files.map(({ name, content }) => ({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
  })),
})
