import type { SirQuantityDefinition } from '../definition/quantity.js'
import { thresholdParameter } from '../definition/quantity-parameter.js'

/** P(SIR > θ): the share of receivers whose SIR exceeds a threshold. */
export const coverage = {
  quantity: 'coverage',
  heading: 'coverage',
  letter: 'P',
  meaning: 'probability that the SIR exceeds a threshold',
  term: () => 'coverage probability',
  label: ({ receiver }) => `coverage of a ${receiver}`,
  title: ({ receiver }) => `coverage probability of a ${receiver}`,
  unit: () => '',
  services: ['communication', 'sensing'],
  parameter: thresholdParameter,
  functional: (decibels) => ({ kind: 'coverage', threshold: 10 ** (decibels / 10) }),
  grows: true,
} as const satisfies SirQuantityDefinition
