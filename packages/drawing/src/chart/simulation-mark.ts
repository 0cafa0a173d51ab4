import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'

/** In pixels: how far the cross and the caps of the interval reach from the middle. */
const crossReach = 5
const capReach = 3.5

/** An interval whose ends would lie in the middle of the cross has no caps, which would blot it. */
const leastCappedHalf = 4

/**
 * A simulated value: a cross, and its confidence interval. A white edge under it tells it from the curves and their markers, in grey
 * too.
 *
 * @param lower - the ends of the interval in pixels, as x and y are.
 */
export const simulationMark = (
  document: SvgDocument,
  { x, y, lower, upper }: { readonly x: number; readonly y: number; readonly lower: number; readonly upper: number },
  colour: string,
): SvgNode => {
  const segments = [
    `M${x - crossReach},${y - crossReach}L${x + crossReach},${y + crossReach}`,
    `M${x - crossReach},${y + crossReach}L${x + crossReach},${y - crossReach}`,
    `M${x},${lower}L${x},${upper}`,
  ]
  if (Math.abs(upper - lower) / 2 >= leastCappedHalf)
    for (const end of [lower, upper]) segments.push(`M${x - capReach},${end}L${x + capReach},${end}`)
  const stroke = (attributes: Readonly<Record<string, string | number>>): SvgNode =>
    svgElement(document, 'path', { d: segments.join(''), fill: 'none', ...attributes })
  return svgElement(document, 'g', {}, [
    stroke({ stroke: '#ffffff', 'stroke-width': 3.8, 'stroke-linecap': 'square' }),
    stroke({ stroke: colour, 'stroke-width': 1.8 }),
  ])
}
