import { expect, it } from 'vitest'
import { holdings } from './holdings.js'

const taken = () => {
  const given: string[] = []
  const held = holdings()
  held.releaseAtEnd(() => given.push('lock'))
  held.closeAtEnd(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    given.push('threads')
  })
  held.releaseAtEnd(() => given.push('file'))
  return { given, held }
}

it('gives back what was taken, the last first, once', async () => {
  const { given, held } = taken()
  await held.giveBack()
  await held.giveBack()
  held.giveBackAtOnce()
  expect(given).toEqual(['file', 'threads', 'lock'])
})

it('gives back at once what takes no time', () => {
  const { given, held } = taken()
  held.giveBackAtOnce()
  expect(given).toEqual(['file', 'lock'])
})

it('gives back at once what is left when it is at it already', async () => {
  const { given, held } = taken()
  const all = held.giveBack()
  held.giveBackAtOnce()
  expect(given).toEqual(['file', 'lock'])
  await all
  // The threads end with the process.
  expect(given).toEqual(['file', 'lock'])
})

it('gives back the rest when something fails, and says what failed', async () => {
  const { given, held } = taken()
  held.closeAtEnd(async () => {
    throw new Error('the last')
  })
  held.releaseAtEnd(() => {
    throw new Error('the very last')
  })
  await expect(held.giveBack()).rejects.toThrow('the very last')
  expect(given).toEqual(['file', 'threads', 'lock'])
  held.releaseAtEnd(() => {
    throw new Error('nobody hears')
  })
  expect(() => held.giveBackAtOnce()).not.toThrow()
})
