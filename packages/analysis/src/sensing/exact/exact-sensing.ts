import { type MethodDefinition, whereFeasible } from '../../method/method.js'
import { exactSensingRateBsCentric } from './exact-sensing-bs-centric.js'
import { exactSensingRateTargetCentric } from './exact-sensing-target-centric.js'

/** The row of the exact rate, which has both kinds of clusters. */
export const exactSensing = {
  method: 'exact',
  title: 'exact',
  milliseconds: 6,
  rate: whereFeasible(exactSensingRateBsCentric),
  targetCentricRate: whereFeasible(exactSensingRateTargetCentric),
} as const satisfies MethodDefinition
