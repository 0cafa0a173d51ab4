import { detectionProbability } from '../detection-probability.js'
import type { SirQuantityDefinition } from '../quantity.js'
import { falseAlarmParameter } from '../quantity-parameter.js'

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
