import type { FigureMarks } from './figure-data.js'

/** What the legend says of marks, in its lines: `simulation,` and `95 % interval`. */
export const marksLabel = ({ methodName, confidence }: FigureMarks): readonly [string, string] => [
  `${methodName},`,
  `${Number((100 * confidence).toPrecision(6))} % interval`,
]
