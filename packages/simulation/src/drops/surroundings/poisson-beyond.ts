import type { Network } from '@isacnet/model'
import { incompleteBeta } from '@isacnet/special-functions'
import type { SiteLayout } from '@isacnet/stochastic-geometry'
import { farInterference } from './far-interference.js'

/**
 * Mean and variance of the interference of a PPP beyond the region of a layout, by Campbell's theorem. With $R(\varphi)$ for the distance of the border
 * from a place in the region, and nobody nearer than $r_0$, the mean over directions of $(\lambda\max(R,r_0)^2)^{1-\alpha/2}$ takes the place of
 * $e^{1-\alpha/2}$ in {@link farInterference}, and likewise for the variance. Where the border is crossed several times in a direction, each crossing counts,
 * with the sign of its way. The guard is a part of the region.
 */
export const poissonBeyond = (
  layout: SiteLayout,
  network: Network,
): ((x: number, y: number, nearest: number) => ReturnType<typeof farInterference>) => {
  const { baseStationDensity: density, pathLossExponent: alpha } = network
  const unit = farInterference(1, network)
  return (x, y, nearest) => ({
    mean: unit.mean * density ** (1 - alpha / 2) * meanPower(layout, x, y, nearest, alpha - 2),
    variance: unit.variance * density ** (1 - alpha) * meanPower(layout, x, y, nearest, 2 * alpha - 2),
  })
}

/** The mean over directions of $\max(R,r_0)^{-s}$, side by side of the border. */
const meanPower = ({ region }: SiteLayout, x: number, y: number, nearest: number, s: number): number => {
  const within = nearest ** -s
  /** $\int_0^\varphi\cos^s$ */
  const cosines = (angle: number): number =>
    Math.sign(angle) * incompleteBeta(0.5, (s + 1) / 2, Math.sin(Math.abs(angle)) ** 2) * 0.5
  let sum = 0
  for (const polygon of region)
    for (const ring of polygon)
      for (let k = 0, last = ring.x.length - 1; k < ring.x.length; last = k++) {
        const [ax, ay] = [ring.x[last]! - x, ring.y[last]! - y]
        const [bx, by] = [ring.x[k]! - x, ring.y[k]! - y]
        const length = Math.hypot(bx - ax, by - ay)
        if (length === 0) continue
        const cross = ax * by - ay * bx
        // From a place on the side, half of all directions leave at once.
        const height = Math.max(Math.abs(cross) / length, 1e-12 * length)
        const along = (px: number, py: number): number => Math.atan2((px * (bx - ax) + py * (by - ay)) / length, height)
        const flat = height < nearest ? Math.acos(height / nearest) : 0
        const upTo = (angle: number): number => {
          const size = Math.abs(angle)
          if (size <= flat) return within * angle
          return Math.sign(angle) * within * flat + height ** -s * (cosines(angle) - Math.sign(angle) * cosines(flat))
        }
        sum += (cross < 0 ? -1 : 1) * (upTo(along(bx, by)) - upTo(along(ax, ay)))
      }
  return sum / (2 * Math.PI)
}
