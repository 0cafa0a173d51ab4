import { csvText, type HeatMap, plainText } from '@isacnet/drawing'

/** Maps as CSV (RFC 4180), a row for each value in per cent. */
export const errorMapCsv = (maps: readonly HeatMap[]): string =>
  csvText([
    ['map', 'title', 'x_name', 'x', 'y_name', 'y', 'error_percent'],
    ...maps.flatMap(({ id, title, x, y, rows }) =>
      rows.flatMap((row, i) =>
        row.flatMap((value, k) =>
          value === null
            ? []
            : [[id, plainText(title), plainText(x.label), x.values[k]!, plainText(y.label), y.values[i]!, value]],
        ),
      ),
    ),
  ])
