import { areaSpectralEfficiencyUnit } from '../definition/information-unit.js'
import type { SirQuantityDefinition } from '../definition/quantity.js'
import { percentileRate } from './percentile-rate.js'

/** The ASE that would be if each receiver had the rate that p % of them don't reach. */
export const percentileAse = {
  ...percentileRate,
  quantity: 'percentile-ase',
  heading: 'ASE of the worst',
  letter: 't',
  meaning: 'percentile of the rate times the receivers of a km²',
  term: ({ service }) => `percentile of the ${service} ASE`,
  label: ({ service }) => `percentile ASE of ${service}`,
  title: ({ service }) => `percentile rate of ${service} per area`,
  unit: areaSpectralEfficiencyUnit,
  perArea: true,
} as const satisfies SirQuantityDefinition
