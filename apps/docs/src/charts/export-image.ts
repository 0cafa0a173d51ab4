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

/** Offers a file for download. */
export const download = (name: string, content: Blob | string, type = 'text/plain'): void => {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
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
