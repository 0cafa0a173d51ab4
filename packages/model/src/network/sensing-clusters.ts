/**
 * Which base stations cooperate for a target. `bs-centric`: its serving BS and the Q − 1 nearest to that, the same for all targets of a
 * cell. `target-centric`: the Q nearest to the target. The first of either is the BS nearest to the target, which serves it.
 */
export type SensingClusters = 'bs-centric' | 'target-centric'

export const sensingClusterKinds: readonly SensingClusters[] = ['bs-centric', 'target-centric']
