import type { FigureData } from './figure-data.js'
import { plainText } from './label.js'

/**
 * A figure as CSV (RFC 4180, UTF-8) in long format, one row per point, numbers in full precision. Columns: `figure`,
 * `series`, `quantity`, `communication_method`, `sensing_method`, `sensing_clusters` (each empty where the quantity
 * has none), `x_name`, `x`, `x_unit`, `y`, `y_unit`, `y_error_estimate` (in the unit of `y`), then one column for each
 * parameter that varies within the figure, by code name.
 */
export const toCsv = (figure: FigureData): string => {
  const header = [
    'figure',
    'series',
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
    ...figure.varied,
  ]
  const rows = figure.series.flatMap((series) =>
    series.points.map(({ x, y, errorEstimate, parameters }) => [
      figure.id,
      series.name,
      series.quantity,
      series.communicationMethod,
      series.sensingMethod,
      series.sensingClusters,
      plainText(figure.x.label),
      x,
      figure.x.unit,
      y,
      series.unit,
      errorEstimate,
      ...figure.varied.map((name) => parameters[name]),
    ]),
  )
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

const field = (value: string | number | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
