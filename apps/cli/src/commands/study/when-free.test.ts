import { type StudyDirectory, StudyDirectoryError } from '@isacnet/study'
import { expect, it, vi } from 'vitest'
import { whenFree } from './when-free.js'

const directory = {} as StudyDirectory

/** Opens what is in use by processes that leave so many milliseconds, at one attempt after the other; then it is free. */
const attempts = (...left: readonly (number | undefined)[]) => {
  let attempt = 0
  return vi.fn(() => {
    const index = attempt++
    if (index >= left.length) return directory
    throw new StudyDirectoryError('in use', left[index] === undefined ? {} : { freeIn: left[index] })
  })
}

const run = () => ({ signal: new AbortController().signal, checkpoint: vi.fn(async () => {}) })

it('opens what is free, and refuses at once what a living process has', async () => {
  const lines: string[] = []
  expect(await whenFree(attempts(), run(), lines.push)).toBe(directory)
  await expect(whenFree(attempts(undefined), run(), lines.push)).rejects.toThrow('in use')
  expect(lines).toEqual([])
})

it('waits for the lease of a process that gives no more signs of life, and says so once', async () => {
  const lines: string[] = []
  const open = attempts(3, 2, 1)
  expect(await whenFree(open, run(), (line) => lines.push(line))).toBe(directory)
  expect(open).toHaveBeenCalledTimes(4)
  expect(lines).toEqual(['in use; waiting for 1 s'])
})

it('refuses as soon as the other process shows that it lives', async () => {
  const open = attempts(3, 2, 60_000)
  await expect(whenFree(open, run(), () => {})).rejects.toThrow('in use')
  expect(open).toHaveBeenCalledTimes(3)
})

it('ends the wait at a signal', async () => {
  const controller = new AbortController()
  const checkpoint = async (): Promise<void> => controller.signal.throwIfAborted()
  const waiting = whenFree(attempts(60_000), { signal: controller.signal, checkpoint }, () => controller.abort())
  await expect(waiting).rejects.toThrow(/aborted/)
})
