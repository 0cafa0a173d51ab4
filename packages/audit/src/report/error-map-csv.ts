import { csvText, type HeatMap, plainText } from '@isacnet/drawing'

/**
 * Maps as CSV (RFC 4180), a row for each value in per cent.
 *
 * @example
 * const axis = { label: '$K$', values: [1, 2] }
 * errorMapCsv([{ id: 'theorem-1', title: 'Error', quantity: 'error (%)', x: axis, y: axis, rows: [[0.5, null]] }]) // 'map,title,x_name,x,y_name,y,error_percent\r\ntheorem-1,Error,K,1,K,1,0.5\r\n'
 */
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
