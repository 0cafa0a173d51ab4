import type { SirQuantityDefinition } from '../definition/quantity.js'
import { falseAlarmParameter } from '../definition/quantity-parameter.js'
import { detectionProbability } from '../formulas/detection-probability.js'

/** The mean probability with which a fluctuating target is detected. */
export const detection = {
  quantity: 'detection',
  heading: 'detection',
  letter: 'p',
  meaning: 'mean probability of detecting a Swerling 1 target at a probability of a false alarm',
  term: () => 'probability of detection',
  label: ({ receiver }) => `detection of a ${receiver}`,
  title: ({ receiver }) => `probability of detecting a ${receiver}`,
  unit: () => '',
  services: ['sensing'],
  parameter: falseAlarmParameter,
  functional: (falseAlarm) => ({ kind: 'mean', of: (sir) => detectionProbability(sir, falseAlarm) }),
  grows: true,
} as const satisfies SirQuantityDefinition
