import { parameterDefinitions, quantities, quantitySymbol, serviceQuantities, services } from '@isacnet/model'
import { symbolsOf } from './formula-symbols.js'
import { typeset } from './typeset.js'

/** What a symbol of a formula stands for. */
export interface SymbolMeaning {
  /** As people read it, `M_t`. */
  readonly symbol: string
  readonly meaning: string
  /** Empty for a pure number. */
  readonly unit: string
}

const rows: readonly SymbolMeaning[] = [
  // B is a beta function in the paper's formulas.
  ...parameterDefinitions.filter(({ symbol }) => symbol !== 'B'),
  ...quantities.flatMap((quantity) =>
    services
      .filter(({ service }) => quantity.services.some((other) => other === service))
      .map((service) => ({
        symbol: quantitySymbol(quantity.quantity, service.service),
        meaning: quantity.title(service),
        unit: quantity.unit('nats'),
      })),
  ),
  ...serviceQuantities
    .filter(({ name }) => name === 'sum-ase')
    .map(({ symbol }) => ({
      symbol,
      meaning: 'area spectral efficiency of both services together',
      unit: 'nat/s/Hz/km²',
    })),
  { symbol: 'D', meaning: 'diversity order, M_t − K·L − J·(Q−1) + 1', unit: '' },
]

/** The symbols of the model's parameters and quantities, by the name that {@link symbolsOf} gives them; the first row of a symbol counts. */
const symbolTable: ReadonlyMap<string, SymbolMeaning> = new Map(
  rows.toReversed().flatMap((row) => {
    const [name] = symbolsOf(typeset(row.symbol).replaceAll('$', ''))
    return name === undefined ? [] : [[name, row] as const]
  }),
)

/** What the symbols of a formula mean, each once, in the order in which they occur. */
export const meaningsOf = (latex: string): SymbolMeaning[] =>
  [...new Set(symbolsOf(latex))].flatMap((name) => {
    const row = symbolTable.get(name)
    return row === undefined ? [] : [row]
  })

/** `M_t: transmit antennas per base station`, with the unit if it has one. */
export const meaningText = ({ symbol, meaning, unit }: SymbolMeaning): string =>
  `${symbol}: ${meaning}${unit === '' ? '' : `, ${unit}`}`
