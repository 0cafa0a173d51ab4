/** The uses that a base station makes of its antennas: it serves users, and senses targets. */
export type Service = 'communication' | 'sensing'

/** A service: the names of what is the same for users and targets. */
export interface ServiceDefinition {
  readonly service: Service
  /** One of those it serves. */
  readonly receiver: 'user' | 'target'
  /** Subscript of its symbols: R_c and T_c, R_s and T_s. */
  readonly subscript: 'c' | 's'
  /** How many of them a cell has: K or J. */
  readonly receiversPerCell: 'usersPerCell' | 'targetsPerCell'
  /** How many of them there are in a km², where that is finite: λ_u or λ_t. */
  readonly receiverDensity: 'userDensity' | 'targetDensity'
  /** How many cells null for one of them: L or Q. */
  readonly clusterSize: 'communicationClusterSize' | 'sensingClusterSize'
}

/**
 * Both services, in the order in which they are shown.
 *
 * @example
 * services.map(({ subscript, receiver }) => `R_${subscript} per ${receiver}`) // ['R_c per user', 'R_s per target']
 */
export const services: readonly ServiceDefinition[] = [
  {
    service: 'communication',
    receiver: 'user',
    subscript: 'c',
    receiversPerCell: 'usersPerCell',
    receiverDensity: 'userDensity',
    clusterSize: 'communicationClusterSize',
  },
  {
    service: 'sensing',
    receiver: 'target',
    subscript: 's',
    receiversPerCell: 'targetsPerCell',
    receiverDensity: 'targetDensity',
    clusterSize: 'sensingClusterSize',
  },
]

/**
 * One value for each service.
 *
 * @example
 * byService(({ receiver }) => `per ${receiver}`) // { communication: 'per user', sensing: 'per target' }
 */
export const byService = <Value>(value: (definition: ServiceDefinition) => Value): Readonly<Record<Service, Value>> =>
  Object.fromEntries(services.map((definition) => [definition.service, value(definition)])) as Record<Service, Value>
