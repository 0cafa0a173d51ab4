import { expect, it } from 'vitest'
import { polygon } from '../../test/polygons.js'
import { randomStream } from '../streams/alea-stream.js'
import { crossing } from './crossing.js'

it('finds where sides cross, be they of one ring or of two', () => {
  expect(crossing(polygon([0, 0, 2, 2, 2, 0, 0, 2]), 1e-9)).toEqual([1, 1])
  const [x, y] = crossing(polygon([0, 0, 4, 0, 4, 4, 0, 4], [3, 1, 5, 2, 3, 3]), 1e-9)!
  // Two of its sides do.
  expect(x).toBeCloseTo(4, 12)
  expect(Math.abs(y - 2)).toBeCloseTo(0.5, 12)
})

it('finds none where sides touch, or cross by less than the tolerance', () => {
  expect(crossing(polygon([0, 0, 4, 0, 4, 4, 0, 4], [1, 0, 3, 1, 2, 3], [3, 1, 3.5, 2, 2, 3]), 1e-9)).toBeUndefined()
  const poking = polygon([0, 0, 4, 0, 4, 4, 0, 4], [3, 1, 4.001, 2, 3, 3])
  expect(crossing(poking, 1e-2)).toBeUndefined()
  expect(crossing(poking, 1e-4)).toBeDefined()
})

it('finds one where opposite corners of a star are exchanged', () => {
  const stream = randomStream(21, 0, 'star')
  for (let trial = 0; trial < 50; trial++) {
    const corners = Array.from({ length: 60 }, (_, k) => {
      const radius = 1 + stream.uniform()
      return [radius * Math.cos((k * Math.PI) / 30), radius * Math.sin((k * Math.PI) / 30)] as const
    })
    expect(crossing(polygon(corners.flat()), 1e-9)).toBeUndefined()
    const k = 1 + stream.integer(28)
    const exchanged = corners.with(k, corners[k + 30]!).with(k + 30, corners[k]!)
    expect(crossing(polygon(exchanged.flat()), 1e-9)).toBeDefined()
  }
})
