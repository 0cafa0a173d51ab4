import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { chosenCells } from './chosen-cells.js'

it('takes each cell as often as its weight says, to within one trial', () => {
  const weights = Float64Array.of(0, 1, 2.5, 0, 0.5)
  for (let block = 0; block < 50; block++) {
    const cells = chosenCells(weights, 40, randomStream(1, block, 'cells'))
    for (const [b, weight] of weights.entries()) {
      const times = cells.filter((cell) => cell === b).length
      expect(Math.abs(times - 10 * weight)).toBeLessThanOrEqual(1)
    }
  }
})
