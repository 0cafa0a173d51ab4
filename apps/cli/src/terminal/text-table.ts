export type Alignment = 'left' | 'right'

/** Rows as lines of aligned columns, two spaces apart, without trailing blanks. */
export const textTable = (rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string[] => {
  const widths = alignments.map((_, column) => Math.max(...rows.map((row) => length(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - length(cell)))
        return alignments[column] === 'right' ? padding + cell : cell + padding
      })
      .join('  ')
      .trimEnd(),
  )
}

const length = (text: string): number => [...text].length
