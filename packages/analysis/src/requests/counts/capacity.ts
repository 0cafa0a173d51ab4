import { type CountLaw, meanCount } from './count-law.js'

/** The share of N requests that a BS with this capacity, $M_t - K$, gives up: $(1 - c/N)^+$. */
export const abandonedShare = (count: number, capacity: number): number => (count > capacity ? 1 - capacity / count : 0)

/** The probability that a given request is given up, $\mathrm E(1-c/N)^+$, under a law of N in which it counts. */
export const abandonmentProbability = (law: CountLaw, capacity: number): number =>
  meanCount(law, (n) => abandonedShare(n, capacity))

/** Its derivative with respect to the mean of N, as a central difference by `step`. */
export const abandonmentSlope = (law: CountLaw, capacity: number, step = 1): number =>
  meanCount(
    law,
    (n) => (abandonedShare(n + step, capacity) - abandonedShare(Math.max(n - step, 0), capacity)) / (2 * step),
  )

/** The diversity order that N requests leave a BS, $D = c - \min(N, c) + 1$. */
export const diversityOrder = (count: number, capacity: number): number =>
  capacity - Math.max(0, Math.min(count, capacity)) + 1

/** The probability of each diversity order, by D. */
export const diversityOrders = (law: CountLaw, capacity: number): Float64Array => {
  const orders = new Float64Array(capacity + 2)
  for (let n = 0; n < law.length; n++) orders[diversityOrder(n, capacity)]! += law[n]!
  return orders
}

/** The derivative of these probabilities with respect to the mean of N, as a central difference by `step`. */
export const diversityOrderSlopes = (law: CountLaw, capacity: number, step = 1): Float64Array => {
  const slopes = new Float64Array(capacity + 2)
  for (let n = 0; n < law.length; n++) {
    slopes[diversityOrder(n + step, capacity)]! += law[n]! / (2 * step)
    slopes[diversityOrder(n - step, capacity)]! -= law[n]! / (2 * step)
  }
  return slopes
}
