import { weightedSumAreaSpectralEfficiency } from '@isacnet/model'

/**
 * The point of a frontier of area spectral efficiencies with the largest weighted sum: that of all allocations, since whatever is largest is
 * dominated by none.
 */
export const largestSumOf = <Point extends { readonly communication: number; readonly sensing: number }>(
  frontier: readonly Point[],
  weight: number,
): Point | undefined => {
  const sum = ({ communication, sensing }: Point): number =>
    weightedSumAreaSpectralEfficiency(weight, communication, sensing)
  return frontier.reduce<Point | undefined>(
    (best, point) => (best === undefined || sum(point) > sum(best) ? point : best),
    undefined,
  )
}
