import type { ClaimFinding } from '@isacnet/audit'
import {
  curvesOf,
  type FigureCurve,
  type FigureData,
  figureHeading,
  marksOf,
  renderSvg,
  toCsv,
  toJson,
  toPgfplots,
} from '@isacnet/drawing'
import { figures } from '@isacnet/figures'
import { computedOnce } from '../computed-once.js'
import { figureData } from '../long-computations.js'
import { type Provenance, provenanceText } from '../provenance.js'
import { typeset } from '../symbols/typeset.js'
import { explorerQuery } from './explorer-link.js'
import { withLiteralAsterisks } from './literal-asterisks.js'
import { writePage, writePublicFile } from './write-page.js'

/** A page for every figure, with its files, and an overview of all. */
export const writeGalleryPages = async (
  provenance: Provenance,
  claimFindings: readonly ClaimFinding[],
): Promise<void> => {
  const entries: string[] = []
  for (const definition of figures) {
    const figure = await computedOnce(figureData(definition))
    const { id, fileName, caption } = figure
    const heading = figureHeading(figure)
    const svg = await renderSvg(figure)
    writePublicFile(`gallery/${fileName}.svg`, svg)
    writePublicFile(`gallery/${fileName}.csv`, toCsv(figure))
    writePublicFile(`gallery/${fileName}.json`, toJson(figure))
    writePublicFile(`gallery/${fileName}.tex`, toPgfplots(figure))
    const alternative = `${heading}. The data are in the table of the CSV file below.`
    writePage(
      `gallery/${id}.md`,
      typeset(`# ${heading}

<figure class="paper-figure">

[![${alternative}](/gallery/${fileName}.svg){width=820 height=500}](./${fileName}.svg){target=_self .enlarge}

</figure>

${caption}

[This network in the explorer](/explorer?${explorerQuery(figure)}){.in-explorer}

## What the paper says

${typeset(definition.paperSays)}

## What we find

${[...audited(claimFindings.filter((claim) => claim.figure === id)), ...findings(figure)]
  .map((finding) => `- ${finding}`)
  .join('\n')}

## Data and command

${downloads(fileName)}

\`\`\`sh
isacnet reproduce ${id} --format svg,csv
\`\`\`

Computed from ${provenanceText(provenance)}; the largest estimate of the numerical error of a point is
${Math.max(...curvesOf(figure).flatMap(({ points }) => points.map(({ errorEstimate }) => errorEstimate))).toExponential(0)} ${figure.y.unit}.
${marksText(figure)}`),
    )
    entries.push(`- [![](/gallery/${fileName}.svg){width=820 height=500 loading=lazy} ${heading}](./${id}.md)`)
  }
  writePage(
    'gallery/index.md',
    `# Gallery

The figures of the paper, computed by the project, and some that it lacks: what each shows, its data, the command that makes it, what the paper says and what
we find. Made from ${provenanceText(provenance)}.

<div class="gallery">

${entries.join('\n')}

</div>`,
    ['outline: false'],
  )
}

const downloads = (fileName: string): string =>
  [
    ['svg', 'SVG'],
    ['csv', 'CSV, one row a point'],
    ['json', 'JSON'],
    ['tex', 'PGFPlots for LaTeX'],
  ]
    .map(([extension, text]) => `[${text}](./${fileName}.${extension}){target=_self}`)
    .join(' · ')

/** The verdicts on the claims that a figure shows. */
const audited = (claims: readonly ClaimFinding[]): string[] =>
  claims.map(
    ({ id, title, verdict, explanation }) =>
      `${text(title)} ([${id}](../audit.md#${id.toLowerCase()})): **${verdict}**. ${text(explanation)}`,
  )

const text = (said: string): string => withLiteralAsterisks(typeset(said))

/** Says how the marks were simulated, if there are any. */
const marksText = (figure: FigureData): string => {
  const marks = marksOf(figure)
  if (marks.length === 0) return ''
  const seeds = [...new Set(marks.map(({ seed }) => seed))].join(', ')
  const trials = Math.min(...marks.flatMap(({ points }) => points.map((point) => point.trials)))
  const confidence = Math.max(...marks.map((series) => series.confidence))
  return `Marks are simulations of ${trials} trials or more, seed ${seeds}, with intervals of ${100 * confidence} %.`
}

/** Reads the data: where a curve that marks its maximum has it, and how far methods are from the exact one. */
const findings = (figure: FigureData): string[] => {
  const maxima = curvesOf(figure).flatMap(({ member, methodName, points, maximum, unit }) => {
    const point = maximum === null ? undefined : points[maximum]
    return point === undefined
      ? []
      : [
          `${member}, ${methodName}: the maximum is ${point.y.toPrecision(5)} ${unit}, at ${equation(figure.x.label, point.x)}.`,
        ]
  })
  return [...maxima, ...deviations(figure)]
}

/** `users per cell $K=6$`. */
const equation = (label: string, value: number): string =>
  label.endsWith('$') ? `${label.slice(0, -1)}=${value}$` : `${label} = ${value}`

const deviations = (figure: FigureData): string[] => {
  const curves = curvesOf(figure)
  const exact = curves.filter((series) => isExact(series))
  const others = [...new Set(curves.filter((series) => !isExact(series)).map(({ methodName }) => methodName))]
  return others.flatMap((methodName) => {
    const relative = curves
      .filter((series) => series.methodName === methodName)
      .flatMap((series) => {
        const reference =
          exact.find(({ member, quantity }) => member === series.member && quantity === series.quantity) ??
          exact.find(({ quantity }) => quantity === series.quantity)
        return series.points.flatMap(({ x, y }) => {
          const at = reference?.points.find((point) => point.x === x)
          return at === undefined ? [] : [y / at.y - 1]
        })
      })
    return relative.length === 0
      ? []
      : [
          `${methodName}: from ${percent(Math.min(...relative))} to ${percent(Math.max(...relative))} off the exact value.`,
        ]
  })
}

const isExact = ({ communicationMethod, sensingMethod }: FigureCurve): boolean =>
  [communicationMethod, sensingMethod].every((method) => method === null || method === 'exact')

const percent = (share: number): string => `${share < 0 ? '−' : '+'}${(100 * Math.abs(share)).toFixed(1)} %`
