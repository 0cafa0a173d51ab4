/** The finest relative tolerance of rates with clusters: a finer one would cost more and say nothing, as the theorem itself errs by about 1e-3. */
export const finestTolerance = 1e-5
