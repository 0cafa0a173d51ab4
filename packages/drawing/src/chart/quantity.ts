import { areaSpectralEfficiencyUnit, type InformationUnit, rateUnit } from '@isacnet/model'

/** A quantity that a curve shows: R_c, R_s (averages per user or target), T_c, T_s (per km²), or their sum. */
export type Quantity = 'communication-rate' | 'sensing-rate' | 'communication-ase' | 'sensing-ase' | 'sum-ase'

/** Unit of a quantity in words that every plot understands, such as `nat/s/Hz/km²`. */
export const quantityUnit = (quantity: Quantity, unit: InformationUnit): string =>
  quantity.endsWith('-rate') ? rateUnit(unit) : areaSpectralEfficiencyUnit(unit)
