import type { LineChart } from './chart-types.js'

/** The text of an axis label, subscripts as mathematics. */
const labelText = (runs: LineChart['xLabel']): string => {
  let text = ''
  let mathematics = ''
  const flush = (): void => {
    if (mathematics !== '') text += `$${mathematics}$`
    mathematics = ''
  }
  for (const run of runs) {
    if (typeof run === 'string') {
      flush()
      text += latex(run)
    } else {
      const part = (run.textContent ?? '').replaceAll('\u200b', '')
      if (run.getAttribute('font-style') === 'italic') mathematics += greek(part)
      else if (part !== '') mathematics += `_{${latex(part)}}`
    }
  }
  flush()
  return text
}

const greek = (text: string): string =>
  text
    .replaceAll('α', '\\alpha ')
    .replaceAll('β', '\\beta ')
    .replaceAll('λ', '\\lambda ')
    .replaceAll('ξ', '\\xi ')
    .replaceAll('θ', '\\theta ')
    .replaceAll('²', '^2')
    .replaceAll('₀', '_0')

const symbols: readonly (readonly [string, string])[] = [
  ['²', '\\textsuperscript{2}'],
  ['θ', '$\\theta$'],
  ['α', '$\\alpha$'],
  ['β', '$\\beta$'],
  ['λ', '$\\lambda$'],
  ['ρ', '$\\rho$'],
  ['ξ', '$\\xi$'],
  ['≥', '$\\ge$'],
  ['≤', '$\\le$'],
  ['−', '$-$'],
  ['·', '$\\cdot$'],
  ['₀', '$_0$'],
  ['’', "'"],
  ['…', '\\dots{}'],
]

/** A text with what LaTeX reads as its own written out. */
export const latex = (text: string): string =>
  symbols.reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    text.replace(/[\\{}$%&#_^~]/g, (character) => (character === '\\' ? '\\textbackslash{}' : `\\${character}{}`)),
  )

const colourName = (index: number): string => `isacnet${String.fromCharCode(97 + index)}`

/**
 * Charts as a LaTeX document that compiles on its own (class `standalone`, package `pgfplots`), with legend; its first lines say what is
 * shown.
 *
 * @param caption - lines of a comment: parameters, the link.
 */
export const chartsPgfplots = (charts: readonly LineChart[], caption: readonly string[]): string => {
  const colours = [
    ...new Set(charts.flatMap(({ lines, intervals = [] }) => [...lines, ...intervals].map(({ colour }) => colour))),
  ]
  const named = (colour: string): string => colourName(colours.indexOf(colour))
  return `${[
    ...caption.map((line) => `% ${line}`),
    '\\documentclass[border=4pt]{standalone}',
    '\\usepackage{amsmath}',
    '\\usepackage{pgfplots}',
    '\\pgfplotsset{compat=1.16}',
    ...colours.map((colour) => `\\definecolor{${named(colour)}}{HTML}{${colour.slice(1).toUpperCase()}}`),
    '\\begin{document}',
    ...charts.flatMap((chart) => axis(chart, named)),
    '\\end{document}',
  ].join('\n')}\n`
}

const axis = (chart: LineChart, named: (colour: string) => string): string[] => [
  '\\begin{tikzpicture}',
  '\\begin{axis}[',
  '  width=11cm, height=8cm, grid=major, line width=0.7pt, mark size=1.6pt,',
  `  title={${latex(chart.title)}},`,
  `  xlabel={${labelText(chart.xLabel)}},`,
  `  ylabel={${labelText(chart.yLabel)}},`,
  ...(chart.xScale === 'logarithmic' ? ['  xmode=log,'] : []),
  ...(chart.yDomain === undefined ? [] : [`  ymin=${chart.yDomain[0]}, ymax=${chart.yDomain[1]},`]),
  ...(chart.yScale === 'logarithmic' ? ['  ymode=log,'] : chart.fromZero ? ['  ymin=0,'] : []),
  '  legend pos=outer north east, legend cell align=left,',
  ']',
  ...chart.lines.flatMap(({ name, colour, dashes, marked, points }) => {
    const known = points.filter(({ y }) => Number.isFinite(y) && (chart.yScale !== 'logarithmic' || y > 0))
    if (known.length === 0) return []
    const pattern = dashes.map((length, index) => `${index % 2 === 0 ? 'on' : 'off'} ${length / 2}pt`).join(' ')
    return [
      `\\addplot[${named(colour)}${pattern === '' ? '' : `, dash pattern=${pattern}`}, ${marked ? 'mark=*, mark options={solid}' : 'no markers'}] coordinates {`,
      ...known.map(({ x, y }) => `  (${x}, ${y})`),
      '};',
      `\\addlegendentry{${latex(name)}}`,
    ]
  }),
  ...(chart.intervals ?? [])
    .filter(({ points }) => points.length > 0)
    .flatMap(({ name, colour, points }) => [
      `\\addplot[${named(colour)}, only marks, mark=x, mark size=3pt, error bars/.cd, y dir=both, y explicit] coordinates {`,
      ...points.map(({ x, y, low, high }) => `  (${x}, ${y}) += (0, ${high - y}) -= (0, ${y - low})`),
      '};',
      `\\addlegendentry{${latex(name)}}`,
    ]),
  '\\end{axis}',
  '\\end{tikzpicture}',
]
