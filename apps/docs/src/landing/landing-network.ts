/** Targets per cell of the landing page's network; all else that no slider moves is the paper's. */
export const targetsPerCell = 5
