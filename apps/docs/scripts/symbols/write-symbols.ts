import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parameterDefinitions, quantities, quantitySymbol, serviceQuantities, services } from '@isacnet/model'
import { type SymbolMeaning, symbolsFile } from './symbol-table.js'

/** The symbols of the model's parameters and quantities. */
export const symbolRows: readonly SymbolMeaning[] = [
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

/** Writes the table of symbols for the builder of the site, which knows no packages. */
export const writeSymbols = (): void => {
  mkdirSync(dirname(symbolsFile), { recursive: true })
  const table = symbolRows.map(({ symbol, meaning, unit }) => ({ symbol, meaning, unit }))
  writeFileSync(symbolsFile, `${JSON.stringify(table, null, 2)}\n`)
}
