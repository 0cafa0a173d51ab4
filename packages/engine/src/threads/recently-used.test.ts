import { expect, it } from 'vitest'
import { recentlyUsed } from './recently-used.js'

it('keeps those that were used last, and makes the others again', () => {
  const made: string[] = []
  const remembered = recentlyUsed(2, (key) => {
    made.push(key)
    return { key }
  })
  const [a, b] = [remembered('a'), remembered('b')]
  expect([a, b]).toEqual([{ key: 'a' }, { key: 'b' }])
  expect(remembered('a')).toBe(a)
  remembered('c')
  expect(remembered('a')).toBe(a)
  expect(remembered('b')).not.toBe(b)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('makes again what could not be made', () => {
  let attempts = 0
  const remembered = recentlyUsed(1, () => {
    if (++attempts === 1) throw new Error('not yet')
    return attempts
  })
  expect(() => remembered('a')).toThrow('not yet')
  expect(remembered('a')).toBe(2)
})
