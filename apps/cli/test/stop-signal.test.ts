import { expect, it } from 'vitest'
import { stoppable } from '../src/stop-signal.js'

const listeners = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')

it.each(['SIGINT', 'SIGTERM'] as const)(
  'stops at %s, and leaves a second signal to Node, which ends at once',
  async (name) => {
    const before = listeners()
    const { result, stoppedBy } = await stoppable(async (signal) => {
      expect(listeners()).toBe(before + 2)
      process.emit(name, name)
      expect(listeners()).toBe(before)
      return signal.aborted
    })
    expect({ result, stoppedBy }).toEqual({ result: true, stoppedBy: name })
  },
)

it('listens no longer than the work lasts, whatever becomes of it', async () => {
  const before = listeners()
  expect(await stoppable(async () => 1)).toEqual({ result: 1, stoppedBy: undefined })
  await expect(
    stoppable(async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(listeners()).toBe(before)
})
