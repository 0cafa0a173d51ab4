import type { FigureMarks } from './figure-data.js'

/** The legend's two lines for marks: `simulation,` and `95 % interval`. */
export const marksLabel = ({ methodName, confidence }: FigureMarks): readonly [string, string] => [
  `${methodName},`,
  `${Number((100 * confidence).toPrecision(6))} % interval`,
]
