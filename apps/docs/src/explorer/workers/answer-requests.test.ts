import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answerRequests, type Turn } from './answer-requests.js'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A worker's scope, and a request that does what it is told to. */
const scene = (answer: (request: { value: string }, turn: Turn<{ shown: string }>) => Promise<void>) => {
  const said: unknown[] = []
  let deliver: (event: { data: unknown }) => void = () => {}
  answerRequests(
    answer,
    {
      addEventListener: (_type, listener) => {
        deliver = listener
      },
      postMessage: (message) => said.push(message),
    },
    10,
  )
  return { said, ask: (data: object) => deliver({ data }) }
}

/** Three slices of work, each as long as a turn and a half. */
const slices = async ({ value }: { value: string }, { post, over, listen }: Turn<{ shown: string }>): Promise<void> => {
  for (let slice = 0; slice < 3; slice++) {
    vi.setSystemTime(Date.now() + 1)
    if (over()) await listen()
    post({ shown: `${value}${slice}` }, slice === 2)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

it('says that it is there, that it has begun, and what it finds', async () => {
  const { said, ask } = scene(slices)
  expect(said).toEqual([{ ready: true }])
  ask({ id: 7, value: 'a' })
  expect(said.slice(1, 2)).toEqual([{ alive: 7 }])
  await vi.advanceTimersByTimeAsync(100)
  expect(said.slice(2)).toEqual([
    { shown: 'a0', id: 7, done: false },
    { shown: 'a1', id: 7, done: false },
    { shown: 'a2', id: 7, done: true },
  ])
})

it('says nothing any more of what was cancelled, and does no more of it', async () => {
  let begun = 0
  const { said, ask } = scene(async (request, turn) => {
    begun++
    await slices(request, turn)
  })
  ask({ id: 1, value: 'a' })
  await vi.advanceTimersByTimeAsync(1)
  ask({ cancel: 1 })
  ask({ id: 2, value: 'b' })
  await vi.advanceTimersByTimeAsync(100)
  expect(begun).toBe(2)
  const shown = said.flatMap((message) => ('shown' in (message as object) ? (message as { shown: string }).shown : []))
  expect(shown).toEqual(['a0', 'b0', 'b1', 'b2'])
})

it('gives signs of life as long as it listens, and none after the answer', async () => {
  let end = (): void => {}
  const { said, ask } = scene(
    () =>
      new Promise((resolve) => {
        end = resolve
      }),
  )
  ask({ id: 3, value: 'a' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(said.slice(1)).toEqual(Array.from({ length: 6 }, () => ({ alive: 3 })))
  end()
  await vi.advanceTimersByTimeAsync(1000)
  expect(said).toHaveLength(7)
})

it('says why it failed', async () => {
  const { said, ask } = scene(async ({ value }) => {
    throw new RangeError(`${value} is too much`)
  })
  ask({ id: 4, value: 'this' })
  await vi.advanceTimersByTimeAsync(0)
  expect(said.at(-1)).toEqual({ id: 4, done: true, failure: 'this is too much' })
})

it('lets a long answer end with what there is', async () => {
  const { said, ask } = scene(async (_request, { post, stopping }) => {
    await new Promise((resolve) => stopping.addEventListener('abort', resolve))
    post({ shown: 'so far' }, true)
  })
  ask({ id: 5, value: 'a' })
  ask({ stop: 6 })
  await vi.advanceTimersByTimeAsync(50)
  expect(said).toHaveLength(2)
  ask({ stop: 5 })
  await vi.advanceTimersByTimeAsync(0)
  expect(said.at(-1)).toEqual({ shown: 'so far', id: 5, done: true })
})
