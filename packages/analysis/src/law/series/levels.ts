/** Levels of resolution that an average may go through. */
export const mostLevels = 7

/** Step of a trapezoidal rule in a variable of unit pace. */
export const stepOfLevel = (level: number): number => 0.8 / 2 ** level

/** Nodes of a Gauss rule on a panel of unit pace. */
export const nodesOfLevel = (level: number): number => [4, 6, 9, 13, 18, 26, 36][level] ?? 48

/** e-folds that a rule for the gamma law resolves. */
export const precisionOfLevel = (level: number): number => [5, 9, 15, 23, 33, 46, 60][level] ?? 80
