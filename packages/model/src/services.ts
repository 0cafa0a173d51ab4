/** What a base station does with its antennas: it serves users, and senses targets. */
export type Service = 'communication' | 'sensing'

/** What is said and counted alike for users and targets. */
export interface ServiceDefinition {
  readonly service: Service
  /** Of what is served: a user or a target. */
  readonly receiver: 'user' | 'target'
  /** R_c or R_s: the mean rate of one of them. */
  readonly rateSymbol: string
  /** T_c or T_s: the area spectral efficiency. */
  readonly aseSymbol: string
  /** How many of them a cell has: K or J. */
  readonly receiversPerCell: 'usersPerCell' | 'targetsPerCell'
  /** How many cells null for one of them: L or Q. */
  readonly clusterSize: 'communicationClusterSize' | 'sensingClusterSize'
}

/**
 * Both services, in the order in which they are shown.
 *
 * @example
 * services.map(({ rateSymbol, receiver }) => `${rateSymbol} per ${receiver}`) // ['R_c per user', 'R_s per target']
 */
export const services: readonly ServiceDefinition[] = [
  {
    service: 'communication',
    receiver: 'user',
    rateSymbol: 'R_c',
    aseSymbol: 'T_c',
    receiversPerCell: 'usersPerCell',
    clusterSize: 'communicationClusterSize',
  },
  {
    service: 'sensing',
    receiver: 'target',
    rateSymbol: 'R_s',
    aseSymbol: 'T_s',
    receiversPerCell: 'targetsPerCell',
    clusterSize: 'sensingClusterSize',
  },
]
