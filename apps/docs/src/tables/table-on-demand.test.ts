import { expect, it } from 'vitest'
import { TableMissing, tableOnDemand, withTables } from './table-on-demand.js'

it('loads a table when it is used, once, and does again what used it', async () => {
  let loads = 0
  let begun = 0
  const squares = tableOnDemand(async () => {
    loads += 1
    return { default: { of: [0, 1, 4, 9] } }
  })
  expect(() => squares.of).toThrow(TableMissing)
  const sum = async (): Promise<number> => {
    begun += 1
    return squares.of.reduce((total, square) => total + square, 0)
  }
  expect(await withTables(sum)).toBe(14)
  expect(await withTables(sum)).toBe(14)
  expect([loads, begun]).toEqual([1, 3])
})

it('says why a table can’t be loaded, and any other error as it is', async () => {
  const lost = tableOnDemand<{ of: number }>(async () => {
    throw new Error('offline')
  })
  await expect(withTables(async () => lost.of)).rejects.toThrow('offline')
  await expect(
    withTables(async () => {
      throw new RangeError('K')
    }),
  ).rejects.toThrow(new RangeError('K'))
})
