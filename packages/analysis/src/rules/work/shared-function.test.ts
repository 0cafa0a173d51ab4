import { expect, it } from 'vitest'
import { sharedFunction } from './shared-function.js'

it('computes a value once for all that ask by the same key', () => {
  let calls = 0
  const squareOf = (key: string) =>
    sharedFunction(key, 1, () => (x) => {
      calls++
      return x * x
    })
  const [one, same, other] = [squareOf('shared square'), squareOf('shared square'), squareOf('another square')]
  expect([one(3), same(3), one(4), one(3), other(3)]).toEqual([9, 9, 16, 9, 9])
  expect(calls).toBe(3)
})

it('forgets what others keep when there is no room, and stays what it is', () => {
  let calls = 0
  const large = sharedFunction('large', 2 ** 19, () => (x) => {
    calls++
    return x + 1
  })
  expect([1, 2, 3, 1].map(large)).toEqual([2, 3, 4, 2])
  expect(calls).toBe(3)
  const again = sharedFunction('large', 2 ** 19, () => (x) => x + 2)
  expect(again(1)).toBe(3)
})
