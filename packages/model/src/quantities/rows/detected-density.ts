import type { SirQuantityDefinition } from '../definition/quantity.js'
import { detection } from './detection.js'

/** How many targets of a square kilometre are detected on average. */
export const detectedDensity = {
  ...detection,
  quantity: 'detected-density',
  heading: 'detected',
  letter: 'n',
  meaning: 'mean number of targets that are detected at a probability of a false alarm, per km²',
  term: ({ receiver }) => `density of detected ${receiver}s`,
  label: ({ receiver }) => `detected ${receiver}s`,
  title: ({ receiver }) => `detected ${receiver}s per km²`,
  unit: () => '/km²',
  perArea: true,
} as const satisfies SirQuantityDefinition
