import { drawingStyle, type Marker, type MethodStyle } from './drawing-style.js'
import type { FigureData, FigureSeries } from './figure-data.js'

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
 */
export const toPgfplots = (figure: FigureData): string => {
  const style = drawingStyle(figure)
  const members = [...new Set(figure.series.map((series) => series.member))]
  const colourName = (member: string): string => `isacnet${String.fromCharCode(97 + members.indexOf(member))}`
  const options = (series: FigureSeries): string =>
    plotOptions(colourName(series.member), style.member(series.member).marker, style.method(series.methodName))
  const legendOptions = style.legend.map(({ label, member, method }) => {
    const owner = member === null ? 'black' : colourName(label)
    return plotOptions(owner, member?.marker ?? 'circle', method)
  })
  return `${[
    `% ${latex(`Figure ${figure.number}: ${figure.title}`)}`,
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
    ...(figure.series.some(({ maximum }) => maximum !== null)
      ? [`\\addlegendimage{${ring}}`, '\\addlegendentry{maximum}']
      : []),
    ...figure.series.flatMap((series) => [
      `% ${latex(series.name)}`,
      `\\addplot[${options(series)}, forget plot] coordinates {`,
      ...series.points.map(({ x, y }) => `  (${x}, ${y})`),
      '};',
    ]),
    ...figure.series.flatMap((series) => {
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

const withUnit = (label: string, unit: string): string => (unit === '' ? label : `${label} (${unit})`)

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
