import {
  anObject,
  assertFeasible,
  assertOptions,
  chosenQuantity,
  degreesOfFreedom,
  InvalidParameterError,
  integerFrom,
  type Network,
  numberThat,
  type OptionChecks,
  required,
  type SirValues,
  services,
  sirFunctional,
} from '@isacnet/model'

/** The exact mean of a control, by a theorem. */
export interface ControlMean {
  /** In nats. */
  readonly mean: number
  /** How far that may be off, in nats. */
  readonly errorEstimate: number
}

/** The exact means of a service's control. */
export interface ServiceControl extends ControlMean {
  /** Its coverage probabilities, such as `coverage:0dB`; those that are chosen and given take the control as well. */
  readonly quantities?: SirValues<ControlMean>
}

/**
 * A network whose exact rates are known, as the control of a simulated one: it stands where the simulated network stands, but has so many
 * antennas, every BS gets and grants the mean number of requests, and gains are Γ(K, 1).
 */
export interface SimulationControl {
  /** Its M_t, with $KL + J(Q-1) \le M_t$: that of the simulated network, unless that asks for more degrees of freedom. */
  readonly transmitAntennas: number
  /** Its rate R_c, by the exact theorem. */
  readonly communication: ServiceControl
  /** Its rate R_s, by the exact theorem, for the clusters that are simulated. */
  readonly sensing: ServiceControl
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

const serviceChecks: OptionChecks<ServiceControl> = { ...meanChecks, quantities: anObject }

/**
 * @throws {UnknownNameError} for a member that a control doesn't have.
 * @throws {InvalidParameterError} for a member that is missing or not as its type says.
 * @throws {InfeasibleAllocationError} if a BS of the control's network hasn't the antennas to grant every request.
 */
export const assertControl = (network: Network, control: SimulationControl): void => {
  assertOptions('a control', control, controlChecks)
  for (const { service } of services) {
    const { quantities = {} } = control[service]
    assertOptions(`the ${service} of a control`, control[service], serviceChecks)
    for (const [name, mean] of Object.entries<ControlMean>(quantities)) {
      const chosen = chosenQuantity(name)
      if (chosen.name !== name || sirFunctional(chosen, network).kind !== 'coverage')
        throw new InvalidParameterError('quantities', name, 'coverage probabilities such as coverage:0dB, of a control')
      assertOptions(`${name} of a control`, mean, meanChecks)
    }
  }
  assertFeasible({ ...network, transmitAntennas: control.transmitAntennas })
}

/** The shape of the desired gain in the network of the control. */
export const controlDiversityOrder = (network: Network, { transmitAntennas }: SimulationControl): number =>
  degreesOfFreedom({ ...network, transmitAntennas }).diversityOrder
