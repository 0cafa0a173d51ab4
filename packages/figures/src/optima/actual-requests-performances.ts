import type { Network } from '@isacnet/model'
import { type AllocationConstraints, type AllocationPerformance, actualRequestsPoints } from '@isacnet/optimization'
import type { OptimumFigureOptions } from '../definition/optimum-figure.js'

/** The performance of each of the allocations that are searched, with the requests as they come. */
export const actualRequestsPerformances = async (
  network: Network,
  constraints: AllocationConstraints,
  pause: OptimumFigureOptions['pause'],
): Promise<AllocationPerformance[]> => {
  const found: AllocationPerformance[] = []
  for (const performance of actualRequestsPoints({ network, constraints })) {
    found.push(performance)
    await pause()
  }
  return found
}
