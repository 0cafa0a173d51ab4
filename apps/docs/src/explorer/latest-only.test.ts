import { expect, it } from 'vitest'
import { LatestOnly } from './latest-only.js'

interface Message {
  readonly id?: number
  readonly cancel?: number
  readonly value?: string
}

/** A worker that answers when it is told to, and a clock that goes when it is told to. */
const scene = () => {
  const sent: Message[] = []
  const shown: string[] = []
  let time = 0
  let deliver: (event: { data: unknown }) => void = () => {}
  const latest = new LatestOnly<{ value: string }, { id: number; done: boolean; value: string }>(
    {
      postMessage: (message) => sent.push(message as Message),
      addEventListener: (_type, listener) => {
        deliver = listener
      },
    },
    ({ value }) => shown.push(value),
    () => time,
  )
  return {
    latest,
    sent,
    shown,
    wait: (milliseconds: number) => {
      time += milliseconds
    },
    answer: (id: number, value: string, done = true) => deliver({ data: { id, value, done } }),
  }
}

it('asks one thing at a time and forgets all that waited but the newest', () => {
  const { latest, sent, shown, answer } = scene()
  for (const value of ['a', 'b', 'c', 'd']) latest.request({ value })
  expect(sent).toEqual([{ id: 1, value: 'a' }])
  answer(1, 'A')
  expect(sent.slice(1)).toEqual([{ id: 2, value: 'd' }])
  expect(latest.busy).toBe(true)
  answer(2, 'D')
  expect(latest.busy).toBe(false)
  expect(shown).toEqual(['A', 'D'])
})

it('cancels a slow answer when a newer request waits, and drops what still comes of it', () => {
  const { latest, sent, shown, wait, answer } = scene()
  latest.request({ value: 'a' })
  wait(250)
  latest.request({ value: 'early' })
  expect(sent).toHaveLength(1)
  wait(100)
  latest.request({ value: 'b' })
  expect(sent.slice(1)).toEqual([{ cancel: 1 }, { id: 2, value: 'b' }])
  answer(1, 'stale')
  answer(2, 'B')
  answer(2, 'again')
  expect(shown).toEqual(['B'])
})

it('shows parts of an answer, and cancels the rest once it takes too long', () => {
  const { latest, sent, shown, wait, answer } = scene()
  latest.request({ value: 'a' })
  latest.request({ value: 'b' })
  answer(1, 'part 1', false)
  expect(sent).toHaveLength(1)
  wait(320)
  answer(1, 'part 2', false)
  expect(sent.slice(1)).toEqual([{ cancel: 1 }, { id: 2, value: 'b' }])
  answer(1, 'whole')
  expect(shown).toEqual(['part 1', 'part 2'])
})
