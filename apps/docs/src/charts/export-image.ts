import { svg } from './element.js'

/** An SVG element as the text of a file. */
export const svgText = (element: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}\n`

/** An SVG element as a PNG of twice its size. */
export const pngBlob = async (element: SVGSVGElement): Promise<Blob> => {
  const width = Number(element.getAttribute('width'))
  const height = Number(element.getAttribute('height'))
  const address = URL.createObjectURL(new Blob([svgText(element)], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = 2 * width
    canvas.height = 2 * height
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('this browser draws on no canvas')
    context.drawImage(image, 0, 0, 2 * width, 2 * height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('this browser writes no PNG')) : resolve(blob)),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Several drawings in one, in rows of `columns`. */
export const drawingSheet = (drawings: readonly SVGSVGElement[], columns: number): SVGSVGElement => {
  const width = Number(drawings[0]?.getAttribute('width') ?? 0)
  const height = Number(drawings[0]?.getAttribute('height') ?? 0)
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  sheet.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  sheet.setAttribute('width', String(width * Math.min(columns, drawings.length)))
  sheet.setAttribute('height', String(height * Math.ceil(drawings.length / columns)))
  drawings.forEach((drawing, index) => {
    const place = drawing.cloneNode(true) as SVGSVGElement
    place.setAttribute('x', String(width * (index % columns)))
    place.setAttribute('y', String(height * Math.floor(index / columns)))
    sheet.append(place)
  })
  return sheet
}

/** A line of a legend in a file: how its curve looks, and what it is called. */
export interface SheetLegendLine {
  readonly text: string
  readonly colour: string
  readonly dashes: readonly number[]
  readonly width: number
}

const letter = 6.4
const lineHeight = 18

/**
 * A drawing as a file has it: with its legend, and lines that say what it shows and where it comes from.
 *
 * @param caption - lines of text; what is too long for the drawing is broken.
 */
export const captionedDrawing = (
  drawing: SVGSVGElement,
  legend: readonly SheetLegendLine[],
  caption: readonly string[],
): SVGSVGElement => {
  const width = Math.max(420, Number(drawing.getAttribute('width')))
  const height = Number(drawing.getAttribute('height'))
  const added: SVGElement[] = []
  let [x, y] = [12, height + 14]
  for (const { text, colour, dashes, width: stroke } of legend) {
    const needed = 46 + letter * text.length + 14
    if (x > 12 && x + needed > width) [x, y] = [12, y + lineHeight]
    added.push(
      svg('line', {
        x1: x,
        x2: x + 34,
        y1: y,
        y2: y,
        stroke: colour,
        'stroke-width': stroke,
        ...(dashes.length === 0 ? {} : { 'stroke-dasharray': dashes.join(' ') }),
      }),
      svg('text', { x: x + 42, y: y + 4, fill: '#222222' }, text),
    )
    x += needed
  }
  if (legend.length > 0) y += lineHeight
  for (const line of caption.flatMap((text) => brokenLines(text, Math.floor((width - 24) / letter)))) {
    added.push(svg('text', { x: 12, y: y + 4, fill: '#5f6368', 'font-size': 11 }, line))
    y += 15
  }
  const sheet = svg('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height: Math.ceil(y + 6),
    viewBox: `0 0 ${width} ${Math.ceil(y + 6)}`,
    'font-family': 'system-ui, "DejaVu Sans", sans-serif',
    'font-size': 12,
  })
  sheet.append(svg('rect', { width, height: Math.ceil(y + 6), fill: '#ffffff' }), drawing.cloneNode(true), ...added)
  return sheet
}

/** A text in lines of at most so many letters, broken at spaces, or anywhere where there is none. */
export const brokenLines = (text: string, letters: number): string[] => {
  const lines: string[] = []
  let rest = text
  while (rest.length > letters) {
    const space = rest.lastIndexOf(' ', letters)
    const end = space > letters / 3 ? space : letters
    lines.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...lines, rest]
}
