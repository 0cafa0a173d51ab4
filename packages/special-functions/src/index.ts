export { beta } from './beta/beta.js'
export { lnBeta } from './beta/ln-beta.js'
export { addExactly, type ExactSum, exactSum, isExactSum, noSum, sumValue } from './exact-sum/exact-sum.js'
export { expectedLogRate } from './exponential-integral/expected-log-rate.js'
export { gamma } from './gamma/gamma.js'
export { lnGamma } from './gamma/ln-gamma.js'
export { incompleteBeta, incompleteBetaComplement } from './incomplete-beta/incomplete-beta.js'
export {
  regularizedIncompleteBeta,
  regularizedIncompleteBetaComplement,
} from './incomplete-beta/regularized-incomplete-beta.js'
export { lowerIncompleteGamma } from './incomplete-gamma/lower-incomplete-gamma.js'
export { regularizedLowerIncompleteGamma } from './incomplete-gamma/regularized-lower-incomplete-gamma.js'
export { regularizedUpperIncompleteGamma } from './incomplete-gamma/regularized-upper-incomplete-gamma.js'
export { upperIncompleteGamma } from './incomplete-gamma/upper-incomplete-gamma.js'
export { gammaQuantile } from './quantiles/gamma-quantile.js'
export { normalQuantile } from './quantiles/normal-quantile.js'
export { studentQuantile } from './quantiles/student-quantile.js'
