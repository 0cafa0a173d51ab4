import quantiles from './quantiles.json' with { type: 'json' }

/** [significance, degrees of freedom, what a Student variate exceeds in absolute value] */
export const studentRows = quantiles.student as [number, number, number][]
/** [significance, what a normal variate exceeds in absolute value] */
export const normalRows = quantiles.normal as [number, number][]
/** [shape, u, g where P(shape, g) = u] */
export const gammaQuantileRows = quantiles.gamma as [number, number, number][]
/** [shape D, y, E ln(1 + g/y) for g ~ Γ(D, 1)] */
export const expectedLogRateRows = quantiles.expectedLogRate as [number, number, number][]
