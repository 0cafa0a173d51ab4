import { expect, it } from 'vitest'
import { addCounts } from './add-counts.js'

it('adds entry by entry, whichever list is longer', () => {
  expect(addCounts([1, 2, 3], [10])).toEqual([11, 2, 3])
  expect(addCounts([10], [1, 2, 3])).toEqual([11, 2, 3])
  expect(addCounts([], [])).toEqual([])
})
