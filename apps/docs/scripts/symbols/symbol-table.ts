import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagesFolder } from '../workspace.js'
import { symbolsOf } from './formula-symbols.js'
import { typeset } from './typeset.js'

/** The table as the builder of the site reads it. */
export const symbolsFile = join(pagesFolder, 'parts/symbols.json')

/** What a symbol of a formula stands for. */
export interface SymbolMeaning {
  /** As people read it, `M_t`. */
  readonly symbol: string
  readonly meaning: string
  /** Empty for a pure number. */
  readonly unit: string
}

/** The symbols of the model's parameters and quantities, by the name that {@link symbolsOf} gives them; the first row of a symbol counts. */
const tableOf = (rows: readonly SymbolMeaning[]): ReadonlyMap<string, SymbolMeaning> =>
  new Map(
    rows.toReversed().flatMap((row) => {
      const [name] = symbolsOf(typeset(row.symbol).replaceAll('$', ''))
      return name === undefined ? [] : [[name, row] as const]
    }),
  )

let table: ReadonlyMap<string, SymbolMeaning> | undefined

/** Takes a table in the place of the file's. */
export const useSymbols = (rows: readonly SymbolMeaning[]): void => {
  table = tableOf(rows)
}

const symbolTable = (): ReadonlyMap<string, SymbolMeaning> =>
  (table ??= tableOf(JSON.parse(readFileSync(symbolsFile, 'utf8')) as SymbolMeaning[]))

/** What the symbols of a formula mean, each once, in the order in which they occur. */
export const meaningsOf = (latex: string): SymbolMeaning[] =>
  [...new Set(symbolsOf(latex))].flatMap((name) => {
    const row = symbolTable().get(name)
    return row === undefined ? [] : [row]
  })

/** `M_t: transmit antennas per base station`, with the unit if it has one. */
export const meaningText = ({ symbol, meaning, unit }: SymbolMeaning): string =>
  `${symbol}: ${meaning}${unit === '' ? '' : `, ${unit}`}`
