import type { FigureData, FigureSeries } from '../chart/figure-data.js'
import { plainText } from '../label/label.js'
import { csvText } from './csv-text.js'

type Field = string | number | null | undefined

/**
 * A figure as CSV (RFC 4180, UTF-8) in long format, one row per point, numbers in full precision. Columns:
 *
 * - `figure`, `series`, `kind` (`curve` or `marks`), `quantity`, `communication_method`, `sensing_method`, `sensing_clusters` (each
 *   empty where the series has none), `x_name`, `x`, `x_unit`, `y`, `y_unit`;
 * - `y_error_estimate` of a curve's point, in the unit of `y`;
 * - `y_standard_error`, `y_lower`, `y_upper`, the `confidence` of this interval, `trials`, `fidelity` and `seed` of a mark;
 * - one column for each parameter that varies within the figure, by code name.
 *
 * @example
 * toCsv(await computeFigure('fig5')).split('\r\n').length // 122
 */
export const toCsv = (figure: FigureData): string => {
  const header = [
    'figure',
    'series',
    'kind',
    'quantity',
    'communication_method',
    'sensing_method',
    'sensing_clusters',
    'x_name',
    'x',
    'x_unit',
    'y',
    'y_unit',
    'y_error_estimate',
    'y_standard_error',
    'y_lower',
    'y_upper',
    'confidence',
    'trials',
    'fidelity',
    'seed',
    ...figure.varied,
  ]
  const rows = figure.series.flatMap((series) =>
    errorsOfPoints(series).map(([{ x, y, parameters }, errors]) => [
      figure.id,
      series.name,
      series.kind,
      series.quantity,
      ...(series.kind === 'curve' ? [series.communicationMethod, series.sensingMethod] : [null, null]),
      series.sensingClusters,
      plainText(figure.x.label),
      x,
      figure.x.unit,
      y,
      series.unit,
      ...errors,
      ...figure.varied.map((name) => parameters[name]),
    ]),
  )
  return csvText([header, ...rows])
}

/** Each point with its fields from `y_error_estimate` to `seed`. */
const errorsOfPoints = (series: FigureSeries): [FigureSeries['points'][number], Field[]][] =>
  series.kind === 'curve'
    ? series.points.map((point) => [point, [point.errorEstimate, ...Array<null>(7).fill(null)]])
    : series.points.map((point) => {
        const { standardError, interval, trials } = point
        return [point, [null, standardError, ...interval, series.confidence, trials, series.fidelity, series.seed]]
      })
