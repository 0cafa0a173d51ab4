/**
 * The finest relative tolerance of rates with clusters: a finer one would cost more and say nothing, as the theorem itself errs by about 1e-3. The
 * numerical error that is met with it is about 1e-6.
 */
export const finestTolerance = 1e-4
