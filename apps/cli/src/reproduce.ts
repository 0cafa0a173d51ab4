import {
  computeFigure,
  type FigureData,
  figures,
  findFigure,
  renderSvg,
  toCsv,
  toJson,
  toPgfplots,
} from '@isacnet/figures'
import { informationUnits } from '@isacnet/model'
import { figureManifest } from './figure-manifest.js'
import { interruptible } from './interruption.js'
import type { Io } from './io.js'
import { type OutputFile, openOutputDirectory } from './output-directory.js'
import { permittedName } from './permitted-name.js'
import { progressLine } from './progress.js'

export interface ReproduceOptions {
  readonly out: string
  readonly format: string
  readonly unit: string
}

export const formats = ['svg', 'png', 'csv', 'json', 'pgfplots'] as const
type Format = (typeof formats)[number]

/** `isacnet reproduce`. */
export const reproduce = async (names: readonly string[], options: ReproduceOptions, io: Io): Promise<void> => {
  const figureNames = [...figures.map(({ id }) => id), 'all']
  const chosen = new Set(
    names.flatMap((name) => (permittedName('figure', name, figureNames) === 'all' ? figures : [findFigure(name)])),
  )
  const chosenFormats = new Set(options.format.split(',').map((name) => permittedName('format', name, formats)))
  const unit = permittedName('unit', options.unit, informationUnits)
  const directory = await openOutputDirectory(options.out)
  const progress = progressLine(io)
  try {
    await interruptible(async (checkpoint) => {
      for (const definition of chosen) {
        const figure = await computeFigure(definition, {
          unit,
          afterEachPoint: (done, total) => {
            progress.show(`${definition.id}: point ${done} of ${total}`)
            return checkpoint()
          },
        })
        const files = await figureFiles(figure, chosenFormats)
        const paths = await directory.write([...files, figureManifest(figure, files)])
        progress.clear()
        io.stdout.write(paths.map((path) => `${path}\n`).join(''))
      }
    })
  } finally {
    progress.clear()
    await directory.abandon()
  }
}

const figureFiles = async (figure: FigureData, chosen: ReadonlySet<Format>): Promise<OutputFile[]> => {
  const files: OutputFile[] = []
  const svg = chosen.has('svg') || chosen.has('png') ? await svgOf(figure) : ''
  for (const format of chosen) {
    const { extension, content } = await fileOf(format, figure, svg)
    files.push({ name: `${figure.fileName}.${extension}`, content })
  }
  return files
}

const fileOf = async (
  format: Format,
  figure: FigureData,
  svg: string,
): Promise<{ extension: string; content: string | Uint8Array }> => {
  switch (format) {
    case 'svg':
      return { extension: 'svg', content: svg }
    case 'png': {
      const { renderPng } = await import('./png.js')
      return { extension: 'png', content: renderPng(svg) }
    }
    case 'csv':
      return { extension: 'csv', content: toCsv(figure) }
    case 'json':
      return { extension: 'json', content: toJson(figure) }
    case 'pgfplots':
      return { extension: 'tex', content: toPgfplots(figure) }
  }
}

const svgOf = async (figure: FigureData): Promise<string> => {
  const { parseHTML } = await import('linkedom')
  return renderSvg(figure, parseHTML('<html></html>').document)
}
