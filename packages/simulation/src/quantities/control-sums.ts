import { addExactly, type ExactSum, exactSum, noSum } from '@isacnet/special-functions'

/** Sums over some batches of a rate, or another mean, and of its control. */
export interface ControlGroup {
  /** Independent batches. */
  readonly batches: number
  /** Σ of the batches' means: of rates, in nats, or of what is as controlled. */
  readonly mean: ExactSum
  /** Σ of their squares. */
  readonly squared: ExactSum
  /** Σ of the batches' mean deviations: of the control from its exact mean. */
  readonly deviation: ExactSum
  /** Σ of their squares. */
  readonly squaredDeviation: ExactSum
  /** Σ of a batch's mean times its deviation. */
  readonly product: ExactSum
  /** Σ of the batches' mean bounds of the deviations' bias. */
  readonly bias: ExactSum
  /** Σ of how far the exact mean may be off. */
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
  mean: noSum,
  squared: noSum,
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
    mean,
    deviation,
    bias,
    error,
  }: { readonly mean: number; readonly deviation: number; readonly bias: number; readonly error: number },
): ControlSums => ({
  even: noGroup,
  odd: noGroup,
  [group]: {
    batches: 1,
    mean: exactSum([mean]),
    squared: exactSum([mean * mean]),
    deviation: exactSum([deviation]),
    squaredDeviation: exactSum([deviation * deviation]),
    product: exactSum([mean * deviation]),
    bias: exactSum([bias]),
    error: exactSum([error]),
  },
})

const mergedGroups = (a: ControlGroup, b: ControlGroup): ControlGroup => ({
  batches: a.batches + b.batches,
  mean: addExactly(a.mean, b.mean),
  squared: addExactly(a.squared, b.squared),
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
