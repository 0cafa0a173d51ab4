import { addExactly, type ExactSum, exactSum, noSum } from '@isacnet/special-functions'

/** Sums over some batches of what a control says of their mean rates. */
export interface ControlGroup {
  /** Independent batches. */
  readonly batches: number
  /** Σ of the batches' mean rates, in nats. */
  readonly rate: ExactSum
  /** Σ of their squares. */
  readonly squaredRate: ExactSum
  /** Σ of the batches' mean deviations: of the control's rate from its exact mean, in nats. */
  readonly deviation: ExactSum
  /** Σ of their squares. */
  readonly squaredDeviation: ExactSum
  /** Σ of a batch's rate times its deviation. */
  readonly product: ExactSum
  /** Σ of the batches' mean bounds of the deviations' bias, in nats. */
  readonly bias: ExactSum
  /** Σ of how far the exact mean may be off, in nats. */
  readonly error: ExactSum
}

/** Two groups of blocks, each of which takes its coefficient from the other: those with even numbers, and those with odd ones. */
export interface ControlSums {
  readonly even: ControlGroup
  readonly odd: ControlGroup
}

/** The groups of blocks. */
export const controlGroups = ['even', 'odd'] as const

export type ControlGroupName = (typeof controlGroups)[number]

/** The group of a block. */
export const controlGroupOf = (block: number): ControlGroupName => (block % 2 === 0 ? 'even' : 'odd')

const noGroup: ControlGroup = {
  batches: 0,
  rate: noSum,
  squaredRate: noSum,
  deviation: noSum,
  squaredDeviation: noSum,
  product: noSum,
  bias: noSum,
  error: noSum,
}

/** The sums of one batch of a group, from its means. */
export const controlSums = (
  group: ControlGroupName,
  {
    rate,
    deviation,
    bias,
    error,
  }: { readonly rate: number; readonly deviation: number; readonly bias: number; readonly error: number },
): ControlSums => ({
  even: noGroup,
  odd: noGroup,
  [group]: {
    batches: 1,
    rate: exactSum([rate]),
    squaredRate: exactSum([rate * rate]),
    deviation: exactSum([deviation]),
    squaredDeviation: exactSum([deviation * deviation]),
    product: exactSum([rate * deviation]),
    bias: exactSum([bias]),
    error: exactSum([error]),
  },
})

const mergedGroups = (a: ControlGroup, b: ControlGroup): ControlGroup => ({
  batches: a.batches + b.batches,
  rate: addExactly(a.rate, b.rate),
  squaredRate: addExactly(a.squaredRate, b.squaredRate),
  deviation: addExactly(a.deviation, b.deviation),
  squaredDeviation: addExactly(a.squaredDeviation, b.squaredDeviation),
  product: addExactly(a.product, b.product),
  bias: addExactly(a.bias, b.bias),
  error: addExactly(a.error, b.error),
})

/** The sums of two sets of batches together. */
export const mergeControlSums = (a: ControlSums, b: ControlSums): ControlSums => ({
  even: mergedGroups(a.even, b.even),
  odd: mergedGroups(a.odd, b.odd),
})
