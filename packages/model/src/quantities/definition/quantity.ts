import type { NetworkParameters } from '../../network/network-parameters.js'
import type { ReceiverDensities } from '../../network/saturation.js'
import type { Service, ServiceDefinition } from '../../network/services.js'
import type { InformationUnit } from './information-unit.js'
import type { QuantityParameter } from './quantity-parameter.js'

/** The parameters that a quantity depends on besides the rate. */
export type Load = Pick<NetworkParameters, 'baseStationDensity' | 'usersPerCell' | 'targetsPerCell'> & ReceiverDensities

/** The names of a quantity, and which services have it. */
interface QuantityNames<Name extends string> {
  /** In members and files. */
  readonly quantity: Name
  /** In the heads of tables. */
  readonly heading: string
  /** With the subscript of a service it is the symbol, such as R_c. */
  readonly letter: string
  /** In a line, for all services. */
  readonly meaning: string
  /** The paper's term for it, of a service. */
  readonly term: (service: ServiceDefinition) => string
  /** Its name for a service, short. */
  readonly label: (service: ServiceDefinition) => string
  /** Its name for a service, in words. */
  readonly title: (service: ServiceDefinition) => string
  /** Empty for a pure number. */
  readonly unit: (information: InformationUnit) => string
  /** The services that have it. */
  readonly services: readonly Service[]
  /** The symbol of its sum over the services, if adding them means something. */
  readonly sumSymbol?: string
}

/** A quantity that follows from the mean rate, as the area spectral efficiency does. */
export interface RateQuantityDefinition<Name extends string = string> extends QuantityNames<Name> {
  /** Its value for a service with that rate, in nats or bits as the rate, and proportional to it. */
  readonly fromRate: (service: Service, network: Load, rate: number) => number
}

/** A number that follows from the law of the SIR of a service's receivers. */
export type SirFunctional =
  /** $\mathrm E\,\varphi(\mathrm{SIR})$ of a function of the linear SIR that is finite and ≥ 0 for every SIR > 0. */
  | { readonly kind: 'mean'; readonly of: (sir: number) => number }
  /** $P(\mathrm{SIR}>\theta)$ for a linear threshold. */
  | { readonly kind: 'coverage'; readonly threshold: number }
  /** The value of a monotone function at the SIR that a share of the receivers doesn't reach. */
  | { readonly kind: 'percentile'; readonly share: number; readonly of: (sir: number) => number }

/** A quantity that follows from the law of the SIR, as coverage does. */
export interface SirQuantityDefinition<Name extends string = string> extends QuantityNames<Name> {
  /** A number that the quantity needs besides the network, such as the threshold of coverage; left out where it needs none. */
  readonly parameter?: QuantityParameter
  /**
   * How it follows from the law. Rates are in nats.
   *
   * @param parameter - a value that the row's `parameter` permits; NaN where it has none.
   * @throws {QuantityNotApplicableError} for a network that has no such quantity.
   */
  readonly functional: (parameter: number, network: NetworkParameters) => SirFunctional
  /** Whether a larger SIR makes it larger, or smaller as an error. */
  readonly grows: boolean
  /** Whether the functional is of one receiver, and the quantity is that of all receivers of a km²; default false. */
  readonly perArea?: boolean
}

/** A row of the table `quantities`. */
export type QuantityDefinition<Name extends string = string> =
  | RateQuantityDefinition<Name>
  | SirQuantityDefinition<Name>
