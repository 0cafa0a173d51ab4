import type { NetworkParameters } from '../network/network-parameters.js'
import type { Service, ServiceDefinition } from '../network/services.js'
import type { InformationUnit } from './information-unit.js'

/** The parameters that a quantity depends on besides the rate. */
export type Load = Pick<NetworkParameters, 'baseStationDensity' | 'usersPerCell' | 'targetsPerCell'>

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

/** A quantity that is the mean of a function of the SIR, as a probability of detection is. */
export interface SirQuantityDefinition<Name extends string = string> extends QuantityNames<Name> {
  /** The function whose mean it is, of the linear SIR of a receiver: finite and ≥ 0 for every SIR > 0. */
  readonly ofSir: (sir: number) => number
}

/** A row of the table `quantities`. */
export type QuantityDefinition<Name extends string = string> =
  | RateQuantityDefinition<Name>
  | SirQuantityDefinition<Name>
