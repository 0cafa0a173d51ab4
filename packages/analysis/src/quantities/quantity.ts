import type { InformationUnit, NetworkParameters, Service, ServiceDefinition } from '@isacnet/model'

/** The parameters that a quantity depends on besides the rate. */
export type Load = Pick<NetworkParameters, 'baseStationDensity' | 'usersPerCell' | 'targetsPerCell'>

/** A quantity that services have: a row of the table `quantities`. */
export interface QuantityDefinition<Name extends string = string> {
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
  readonly unit: (information: InformationUnit) => string
  /** The services that have it. */
  readonly services: readonly Service[]
  /** Its value for a service with that rate, in nats or bits as the rate, and proportional to it. */
  readonly fromRate: (service: Service, network: Load, rate: number) => number
  /** The symbol of its sum over the services, if adding them means something. */
  readonly sumSymbol?: string
}
