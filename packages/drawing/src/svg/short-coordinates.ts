/** An SVG with attributes to thousandths of a pixel: that is enough, and doesn't depend on how a machine rounds. */
export const withShortCoordinates = (svg: string): string =>
  svg.replace(/="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 1000) / 1000)),
  )
