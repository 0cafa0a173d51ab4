/**
 * Edges of panels in $(0, \text{end})$ for a function of t that changes around t*, where it is singular at $\arg t = \pi/\alpha$, and that is
 * smooth on the scale of t itself elsewhere: in $\ln t$ the panels are as wide as the pace α permits next to t*, and grow with the
 * distance from it.
 *
 * @param lnCentre - $\ln t^*$.
 * @param lnSmallest - edges stay above it; −∞ permitted.
 * @returns ascending, from 0 to the end.
 */
export const gradedEdges = (lnCentre: number, alpha: number, end: number, lnSmallest: number): readonly number[] => {
  const unit = Math.min(1.2, 3 / alpha)
  const edges: number[] = []
  for (let distance = unit / 2; distance < 8; distance = 2 * distance + unit / 2)
    for (const ln of [lnCentre - distance, lnCentre + distance]) {
      const edge = Math.exp(ln)
      if (ln > lnSmallest && edge > 0 && edge < 0.8 * end) edges.push(edge)
    }
  // Far below the end the panels still grow geometrically towards it.
  edges.sort((a, b) => a - b)
  const graded: number[] = [0, ...edges]
  for (let last = edges.at(-1) ?? 0; last > 0 && last * 8 < end; ) {
    last *= 4
    graded.push(last)
  }
  graded.push(end)
  return graded
}
