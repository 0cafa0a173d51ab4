import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AnswerState, patienceWithOld, type Standing } from './answer-state.js'

/** A clock that goes when it is told to, and what was said meanwhile. */
const scene = () => {
  let time = 0
  let alarm: { at: number; act: () => void } | undefined
  const said: Standing[] = []
  const state = new AnswerState((standing) => said.push(standing), {
    now: () => time,
    wake: (at, act) => {
      alarm = at === undefined ? undefined : { at, act }
    },
  })
  const wait = (milliseconds: number): void => {
    const until = time + milliseconds
    while (alarm !== undefined && alarm.at <= until) {
      const { at, act } = alarm
      alarm = undefined
      time = Math.max(time, at)
      act()
    }
    time = until
  }
  return { state, said, wait, alarmed: () => alarm !== undefined }
}

it('is old 150 ms after something else was asked, and says so by itself', () => {
  const { state, said, wait } = scene()
  state.ask('a')
  expect(state.standing).toEqual({ shows: 'none', current: false, busy: true, old: false, waiting: false })
  wait(20)
  expect(state.answer('a')).toBe(true)
  const answered = { shows: 'answer', current: true, busy: false, old: false, waiting: false }
  expect(said.at(-1)).toEqual(answered)
  wait(1000)
  expect(said.at(-1)).toEqual(answered)
  state.ask('b')
  wait(patienceWithOld - 1)
  expect(said.at(-1)).toEqual({ shows: 'answer', current: false, busy: true, old: false, waiting: false })
  wait(1)
  expect(said.at(-1)).toEqual({ shows: 'answer', current: false, busy: true, old: true, waiting: true })
  state.answer('b')
  expect(said.at(-1)).toEqual(answered)
})

it('says that something is computed where nothing was shown yet', () => {
  const { state, said, wait } = scene()
  state.ask('a')
  wait(patienceWithOld)
  expect(said.at(-1)).toEqual({ shows: 'none', current: false, busy: true, old: false, waiting: true })
})

it('shows a quick answer to what was overtaken, as old once that was 150 ms ago', () => {
  const { state, wait } = scene()
  for (const key of ['a', 'b', 'c']) {
    state.ask(key)
    wait(100)
  }
  // b was overtaken by c 100 ms ago.
  expect(state.answer('b')).toBe(true)
  expect(state.standing).toMatchObject({ current: false, busy: true, old: false })
  wait(50)
  expect(state.standing).toMatchObject({ current: false, busy: true, old: true })
})

it('shows a late answer as old at once, and never one that is older than what is shown', () => {
  const { state, wait } = scene()
  state.ask('a')
  wait(10)
  state.ask('b')
  wait(500)
  expect(state.answer('a')).toBe(true)
  expect(state.standing).toMatchObject({ shows: 'answer', current: false, old: true, waiting: true })
  expect(state.answer('b')).toBe(true)
  expect(state.takes('a')).toBe(false)
  expect(state.answer('a')).toBe(false)
  expect(state.fail('a', 'too late')).toBe(false)
  expect(state.standing).toMatchObject({ shows: 'answer', current: true, busy: false, old: false })
})

it('is current again when the old values are chosen again, and drops what was asked in between', () => {
  const { state, wait } = scene()
  state.ask('a')
  state.answer('a')
  state.ask('b')
  wait(400)
  expect(state.standing.old).toBe(true)
  state.ask('a')
  expect(state.standing).toMatchObject({ current: true, busy: false, old: false })
  expect(state.answer('b')).toBe(false)
})

it('is busy with what is shown in parts, but not old', () => {
  const { state, wait } = scene()
  state.ask('a')
  wait(40)
  state.answer('a', false)
  expect(state.has('a')).toBe(false)
  wait(500)
  expect(state.standing).toMatchObject({ current: true, busy: true, old: false, waiting: true })
  state.answer('a')
  expect(state.has('a')).toBe(true)
  expect(state.standing).toMatchObject({ current: true, busy: false, waiting: false })
})

it('has a reason in place of numbers, which grows old as they do', () => {
  const { state, wait } = scene()
  state.ask('a')
  state.answer('a')
  state.ask('b')
  expect(state.fail('b', 'it hurts')).toBe(true)
  expect(state.has('b')).toBe(false)
  expect(state.standing).toEqual({
    shows: 'failure',
    current: true,
    busy: false,
    old: false,
    waiting: false,
    reason: 'it hurts',
  })
  state.ask('c')
  wait(patienceWithOld)
  expect(state.standing).toMatchObject({ shows: 'failure', current: false, old: true })
})

it('shows nothing once it is cleared', () => {
  const { state, wait } = scene()
  state.ask('a')
  state.answer('a', false)
  state.clear()
  wait(500)
  expect(state.standing).toEqual({ shows: 'none', current: false, busy: false, old: false, waiting: false })
  expect(state.answer('a')).toBe(false)
})

it('rings no alarm after its end', () => {
  const { state, alarmed } = scene()
  state.ask('a')
  expect(alarmed()).toBe(true)
  state.end()
  expect(alarmed()).toBe(false)
})

it('never shows what isn’t asked as if it were, whatever happens', () => {
  const event = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('ask', 'answer', 'part', 'fail'),
    pause: fc.integer({ min: 0, max: 200 }),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const { state, said, wait } = scene()
      let [asked, shown]: [string?, string?] = []
      for (const { key, kind, pause } of events) {
        if (kind === 'ask') {
          state.ask(key)
          asked = key
        } else if (kind === 'fail' ? state.fail(key, 'why') : state.answer(key, kind === 'answer')) shown = key
        wait(pause)
        const standing = said.at(-1) ?? state.standing
        expect(standing.current).toBe(shown !== undefined && shown === asked)
        // Something else has been asked for that long, whatever was asked before.
        if (shown !== undefined && pause >= patienceWithOld) expect(standing.old).toBe(shown !== asked)
        if (standing.old) expect(shown).not.toBe(asked)
      }
    }),
  )
})
