import {
  anObject,
  assertFeasible,
  assertOptions,
  degreesOfFreedom,
  integerFrom,
  type Network,
  numberThat,
  type OptionChecks,
  required,
} from '@isacnet/model'

/** The exact mean of a control, by a theorem. */
export interface ControlMean {
  /** In nats. */
  readonly mean: number
  /** How far that may be off, in nats. */
  readonly errorEstimate: number
}

/**
 * A network whose exact rates are known, as the control of a simulated one: it stands where the simulated network stands, but has so many
 * antennas, every BS gets and grants the mean number of requests, and gains are Γ(K, 1).
 */
export interface SimulationControl {
  /** Its M_t, with $KL + J(Q-1) \le M_t$: that of the simulated network, unless that asks for more degrees of freedom. */
  readonly transmitAntennas: number
  /** Its rate R_c, by the exact theorem. */
  readonly communication: ControlMean
  /** Its rate R_s, by the exact theorem, for the clusters that are simulated. */
  readonly sensing: ControlMean
}

const controlChecks: OptionChecks<SimulationControl> = {
  transmitAntennas: required(integerFrom(1)),
  communication: required(anObject),
  sensing: required(anObject),
}

const meanChecks: OptionChecks<ControlMean> = {
  mean: required(numberThat('a finite number > 0', (mean) => mean > 0 && mean < Number.POSITIVE_INFINITY)),
  errorEstimate: required(numberThat('a finite number ≥ 0', (error) => error >= 0 && error < Number.POSITIVE_INFINITY)),
}

/**
 * @throws {UnknownNameError} for a member that a control doesn't have.
 * @throws {InvalidParameterError} for a member that is missing or not as its type says.
 * @throws {InfeasibleAllocationError} if a BS of the control's network hasn't the antennas to grant every request.
 */
export const assertControl = (network: Network, control: SimulationControl): void => {
  assertOptions('a control', control, controlChecks)
  assertOptions('the communication of a control', control.communication, meanChecks)
  assertOptions('the sensing of a control', control.sensing, meanChecks)
  assertFeasible({ ...network, transmitAntennas: control.transmitAntennas })
}

/** The shape of the desired gain in the network of the control. */
export const controlDiversityOrder = (network: Network, { transmitAntennas }: SimulationControl): number =>
  degreesOfFreedom({ ...network, transmitAntennas }).diversityOrder
