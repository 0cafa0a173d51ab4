import { expect, it } from 'vitest'
import { jobSizing } from './job-size.js'

it('puts one block in a job until it knows how long one takes, then about half a second of them', () => {
  const sizing = jobSizing()
  expect([sizing.blocks, sizing.window(0), sizing.window(3), sizing.window(1000)]).toEqual([1, 4, 12, 64])
  sizing.learn(1, 50)
  expect([sizing.blocks, sizing.window(3), sizing.window(1000)]).toEqual([10, 120, 40_000])
  for (let i = 0; i < 100; i++) sizing.learn(10, 10_000)
  expect(sizing.blocks).toBe(1)
  for (let i = 0; i < 200; i++) sizing.learn(1, 0)
  expect(sizing.blocks).toBe(64)
})
