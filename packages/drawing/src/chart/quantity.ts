import type { InformationUnit } from '@isacnet/model'

/** A quantity that a curve shows: R_c, R_s (averages per user or target), T_c, T_s (per km²), or their sum. */
export type Quantity = 'communication-rate' | 'sensing-rate' | 'communication-ase' | 'sensing-ase' | 'sum-ase'

/** Unit of a quantity in words that every plot understands, such as `nat/s/Hz/km²`. */
export const quantityUnit = (quantity: Quantity, unit: InformationUnit): string => {
  const perHertz = unit === 'bits' ? 'bit/s/Hz' : 'nat/s/Hz'
  return quantity.endsWith('-rate') ? perHertz : `${perHertz}/km²`
}
