import type { TrialLaw } from './trial.js'

/** The trials of one batch for one kind of receiver, users or targets: each array has an entry per trial, filled anew by each batch. */
export interface ReceiverTrials {
  /** ln(1 + SIR) in nats, or its expectation over some of the randomness of the trial. */
  readonly rates: Float64Array
  /** A bound of how much that is expected to be too low because far interference is replaced by its mean. */
  readonly biases: Float64Array
  /** The SIR. */
  readonly sirs: Float64Array
  /** The laws of the SIR given all but the desired gain, member by member of {@link TrialLaw}. */
  readonly laws: { readonly [Member in keyof TrialLaw]: Float64Array }
  /** Where the simulation has a control. */
  readonly control?: ControlTrials
}

/** The rates of the same trials under the assumptions of a theorem that knows their mean. */
interface ControlTrials {
  /** That rate less its exact mean. */
  readonly deviations: Float64Array
  /** A bound of how much it is expected to be too low because far interference is replaced by its mean. */
  readonly biases: Float64Array
  /** How far the exact mean may be off. */
  readonly error: number
  /** The SIR, and its law given all but the desired gain, as those of the trial. */
  readonly sirs: Float64Array
  readonly laws: ReceiverTrials['laws']
}

/** Room for as many trials; with a control, if the error of its exact mean is given. */
export const receiverTrials = (trials: number, controlError?: number): ReceiverTrials => ({
  rates: new Float64Array(trials),
  biases: new Float64Array(trials),
  ...sirTrials(trials),
  ...(controlError === undefined
    ? {}
    : {
        control: {
          deviations: new Float64Array(trials),
          biases: new Float64Array(trials),
          error: controlError,
          ...sirTrials(trials),
        },
      }),
})

const sirTrials = (trials: number): Pick<ReceiverTrials, 'sirs' | 'laws'> => ({
  sirs: new Float64Array(trials),
  laws: {
    shape: new Float64Array(trials),
    lower: new Float64Array(trials),
    upper: new Float64Array(trials),
    lowerWeight: new Float64Array(trials),
  },
})
