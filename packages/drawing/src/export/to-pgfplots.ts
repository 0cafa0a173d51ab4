import {
  curvesOf,
  type FigureCurve,
  type FigureData,
  type FigureMarks,
  figureHeading,
  marksOf,
} from '../chart/figure-data.js'
import { marksLabel } from '../chart/marks-label.js'
import { type MethodStyle, seriesStyle } from '../chart/series-style.js'
import { withUnit } from '../label/with-unit.js'
import type { Marker } from '../style/marker-shape.js'

const marks: Readonly<Record<Marker, string>> = {
  circle: 'o',
  square: 'square',
  triangle: 'triangle',
  diamond: 'diamond',
  'triangle-down': 'triangle',
  pentagon: 'pentagon',
}

/**
 * A figure as a LaTeX document that compiles on its own (class `standalone`, package `pgfplots`); the `tikzpicture` in
 * it can be pasted into a paper whose preamble has the lines above it.
 *
 * @example
 * toPgfplots(await computeFigure('fig5')).includes('\\documentclass') // true
 */
export const toPgfplots = (figure: FigureData): string => {
  const style = seriesStyle(figure)
  const members = [...new Set(figure.series.map((series) => series.member))]
  const colourName = (member: string): string => `isacnet${String.fromCharCode(97 + members.indexOf(member))}`
  const curves = curvesOf(figure)
  const marked = marksOf(figure)
  const options = (series: FigureCurve): string =>
    plotOptions(colourName(series.member), style.member(series.member).marker, style.method(series.methodName))
  const legendOptions = style.legend.map(({ label, member, method }) => {
    const owner = member === null ? 'black' : colourName(label)
    return plotOptions(owner, member?.marker ?? 'circle', method)
  })
  return `${[
    `% ${latex(figureHeading(figure))}`,
    `% ${latex(figure.caption)}`,
    '\\documentclass[border=4pt]{standalone}',
    '\\usepackage{amsmath}',
    '\\usepackage{pgfplots}',
    '\\pgfplotsset{compat=1.16}',
    ...members.map(
      (member) => `\\definecolor{${colourName(member)}}{HTML}{${style.member(member).colour.slice(1).toUpperCase()}}`,
    ),
    '\\begin{document}',
    '\\begin{tikzpicture}',
    '\\begin{axis}[',
    '  width=11cm, height=8cm, grid=major, line width=0.7pt, mark size=1.6pt,',
    `  xlabel={${latex(withUnit(figure.x.label, figure.x.unit))}},`,
    `  ylabel={${latex(withUnit(figure.y.label, figure.y.unit))}},`,
    '  ymin=0, enlarge x limits=0.03,',
    '  legend pos=outer north east, legend cell align=left,',
    ']',
    ...style.legend.flatMap(({ label }, index) => [
      `\\addlegendimage{${legendOptions[index]}}`,
      `\\addlegendentry{${latex(label)}}`,
    ]),
    ...[...new Set(marked.map((series) => marksLabel(series).join(' ')))].flatMap((label) => [
      `\\addlegendimage{${simulated('black')}}`,
      `\\addlegendentry{${latex(label)}}`,
    ]),
    ...(curves.some(({ maximum }) => maximum !== null)
      ? [`\\addlegendimage{${ring}}`, '\\addlegendentry{maximum}']
      : []),
    ...curves.flatMap((series) => [
      `% ${latex(series.name)}`,
      ...(series.path === undefined
        ? []
        : [
            `\\addplot[${options(series)}, no markers, forget plot] coordinates {`,
            ...series.path.map(({ x, y }) => `  (${x}, ${y})`),
            '};',
          ]),
      `\\addplot[${options(series)}, ${series.path === undefined ? '' : 'only marks, '}forget plot] coordinates {`,
      ...series.points.map(({ x, y }) => `  (${x}, ${y})`),
      '};',
    ]),
    ...marked.flatMap((series) => [
      `% ${latex(series.name)}`,
      `\\addplot[${simulated(colourName(series.member))}, forget plot, ${errorBars}] coordinates {`,
      ...marksWithErrors(series),
      '};',
    ]),
    ...curves.flatMap(({ points, labelsLeft = false }) =>
      points.flatMap(({ x, y, label }) =>
        label === undefined
          ? []
          : [
              `\\node[${labelsLeft ? 'below left' : 'above right'}=1pt, font=\\footnotesize] at (axis cs:${x}, ${y}) {${latex(label)}};`,
            ],
      ),
    ),
    ...curves.flatMap((series) => {
      const point = series.maximum === null ? undefined : series.points[series.maximum]
      return point === undefined
        ? []
        : [
            `\\addplot[${ring}, forget plot] coordinates { (${point.x}, ${point.y}) };`,
            `\\node[above=3pt, font=\\footnotesize] at (axis cs:${point.x}, ${point.y}) {${point.x}};`,
          ]
    }),
    '\\end{axis}',
    '\\end{tikzpicture}',
    '\\end{document}',
  ].join('\n')}\n`
}

const ring = 'black, only marks, mark=o, mark size=4pt'

/** Simulated values are crosses, as in the other drawing. */
const simulated = (colour: string): string => `${colour}, only marks, mark=x, mark size=3pt, line width=1pt`

const errorBars = 'error bars/.cd, y dir=both, y explicit'

/** Intervals are symmetric about the mean. */
const marksWithErrors = ({ points }: FigureMarks): string[] =>
  points.map(({ x, y, interval: [lower, upper] }) => `  (${x}, ${y}) +- (0, ${(upper - lower) / 2})`)

const plotOptions = (colour: string, marker: Marker, method: MethodStyle | null): string => {
  const { dashes, markerFilled, markerScale } = method ?? { dashes: [], markerFilled: true, markerScale: 1 }
  const turned = marker === 'triangle-down' ? ', rotate=180' : ''
  return [
    colour,
    ...(dashes.length === 0 ? [] : [`dash pattern=${dashPattern(dashes)}`]),
    `mark=${marks[marker]}${markerFilled ? '*' : ''}`.replace('=o*', '=*'),
    `mark options={solid, scale=${markerScale}${turned}}`,
  ].join(', ')
}

const dashPattern = (dashes: readonly number[]): string =>
  dashes.map((length, index) => `${index % 2 === 0 ? 'on' : 'off'} ${length / 2}pt`).join(' ')

/** Text outside mathematics, with what LaTeX would misread escaped. */
const latex = (label: string): string =>
  label
    .split('$')
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[%&#_]/g, '\\$&').replaceAll('²', '\\textsuperscript{2}'),
    )
    .join('$')
