import type { FigureData } from '../chart/figure-data.js'

/**
 * A figure as a JSON document, numbers in full precision.
 *
 * @example
 * JSON.parse(toJson(await computeFigure('fig5'))).id // 'fig5'
 */
export const toJson = (figure: FigureData): string => `${JSON.stringify(figure, null, 2)}\n`
