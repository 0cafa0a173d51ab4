import { areaSpectralEfficiencyUnit } from '../definition/information-unit.js'
import type { RateQuantityDefinition } from '../definition/quantity.js'
import { areaSpectralEfficiency } from '../formulas/area-spectral-efficiency.js'

/** T_c or T_s, (4) and (7): what all users or targets of a square kilometre get together. */
export const ase = {
  quantity: 'ase',
  heading: 'ASE',
  letter: 'T',
  meaning: 'area spectral efficiency, per km²',
  term: ({ service }) => `${service} ASE`,
  label: ({ service }) => `ASE of ${service}`,
  title: ({ service }) => `${service} per area`,
  unit: areaSpectralEfficiencyUnit,
  services: ['communication', 'sensing'],
  fromRate: areaSpectralEfficiency,
  sumSymbol: 'T_sum',
} as const satisfies RateQuantityDefinition
