import type { LineChart } from '../../charts/chart-types.js'
import { download } from '../../charts/download.js'
import { captionedDrawing, drawingSheet, pngBlob, type SheetLegendLine, svgText } from '../../charts/export-image.js'
import { chartsPgfplots } from '../../charts/pgfplots.js'

/** The parts of a picture: drawings, two beside each other, their legend, and lines that say where they come from. */
export interface PictureParts {
  readonly drawings: readonly SVGSVGElement[]
  readonly legend: readonly SheetLegendLine[]
  readonly caption: readonly string[]
}

const pictureOf = ({ drawings, legend, caption }: PictureParts): SVGSVGElement =>
  captionedDrawing(drawings.length === 1 ? drawings[0]! : drawingSheet(drawings, 2), legend, caption)

export const saveSvg = (name: string, parts: PictureParts): void =>
  download(`${name}.svg`, svgText(pictureOf(parts)), 'image/svg+xml')

export const savePng = async (name: string, parts: PictureParts): Promise<void> =>
  download(`${name}.png`, await pngBlob(pictureOf(parts)))

export const savePgfplots = (name: string, charts: readonly LineChart[], caption: readonly string[]): void =>
  download(`${name}.tex`, chartsPgfplots(charts, caption), 'text/x-tex')
