import type { RandomStream } from '@isacnet/stochastic-geometry'

/** The cells of the trials of a batch, each as often as its weight says, by systematic sampling. */
export const chosenCells = (weights: Float64Array, trials: number, random: RandomStream): Int32Array => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const cells = new Int32Array(trials)
  const offset = random.uniform()
  let b = 0
  let cumulated = weights[0]!
  for (let i = 0; i < trials; i++) {
    const place = ((i + offset) / trials) * total
    while (cumulated < place && b < weights.length - 1) {
      b++
      cumulated += weights[b]!
    }
    cells[i] = b
  }
  return cells
}
