/** A quantity over two others, as a grid. */
export interface HeatMap {
  /** Names its file. */
  readonly id: string
  /** A label, as all texts here: `$…$` encloses mathematics. */
  readonly title: string
  /** The quantity whose values are shown, such as `error of $R_c$ (%)`. */
  readonly quantity: string
  readonly x: { readonly label: string; readonly values: readonly number[] }
  readonly y: { readonly label: string; readonly values: readonly number[] }
  /** `rows[i][k]` belongs to `y.values[i]` and `x.values[k]`; `null` where there is nothing. */
  readonly rows: readonly (readonly (number | null)[])[]
}
