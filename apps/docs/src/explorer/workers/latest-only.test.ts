import { expect, it } from 'vitest'
import { LatestOnly, overrunReason } from './latest-only.js'

interface Message {
  readonly id?: number
  readonly cancel?: number
  readonly stop?: number
  readonly value?: string
}

type Listener = (event: { readonly data?: unknown; readonly message?: string }) => void

/** A worker that says what it is told to. */
class PretendedWorker {
  readonly sent: Message[] = []
  loaded = false
  terminated = false
  private readonly listeners: { type: string; listener: Listener }[] = []

  postMessage(message: unknown): void {
    this.sent.push(message as Message)
  }

  addEventListener(type: string, listener: Listener): void {
    this.listeners.push({ type, listener })
  }

  terminate(): void {
    this.terminated = true
  }

  say(data: object): void {
    this.happen('message', { data })
  }

  answer(id: number, value: string, done = true): void {
    this.say({ id, value, done })
  }

  happen(type: string, event: { readonly data?: unknown; readonly message?: string }): void {
    for (const { type: name, listener } of this.listeners) if (name === type) listener(event)
  }
}

/** Workers, and a clock that goes when it is told to. */
const scene = (ready = true) => {
  const workers: PretendedWorker[] = []
  const shown: string[] = []
  const failures: string[] = []
  const page = new EventTarget()
  const leaving = new AbortController()
  let time = 0
  let ticking: (() => void) | undefined
  const latest = new LatestOnly<{ value: string }, { value: string }>(
    () => {
      const worker = new PretendedWorker()
      workers.push(worker)
      return worker
    },
    {
      part: ({ value: asked }, { value }, done) => shown.push(`${asked}: ${value}${done ? '' : ' …'}`),
      failed: ({ value }, reason) => failures.push(`${value}: ${reason}`),
    },
    {
      stay: leaving.signal,
      page,
      now: () => time,
      tick: (act) => {
        ticking = act
        return () => {
          ticking = undefined
        }
      },
    },
  )
  const request = (...values: string[]): void => {
    for (const value of values) latest.request({ value })
    const worker = workers.at(-1)
    if (!ready || worker === undefined || worker.loaded) return
    worker.loaded = true
    worker.say({ ready: true })
  }
  return {
    latest,
    workers,
    shown,
    failures,
    page,
    leaving,
    request,
    worker: () => workers.at(-1)!,
    alive: () => workers.filter(({ terminated }) => !terminated).length,
    ticking: () => ticking !== undefined,
    /** With the page's ticks. */
    wait: (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 100) {
        time += Math.min(100, milliseconds - passed)
        ticking?.()
      }
    },
    /** Without them. */
    sleep: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

it('starts a worker when something is asked, and not before', () => {
  const { workers, request } = scene()
  expect(workers).toHaveLength(0)
  request('a')
  expect(workers).toHaveLength(1)
})

it('asks one thing at a time and forgets all that waited but the newest', () => {
  const { latest, worker, shown, request } = scene()
  request('a', 'b', 'c', 'd')
  expect(worker().sent).toEqual([{ id: 1, value: 'a' }])
  worker().answer(1, 'A')
  expect(worker().sent.slice(1)).toEqual([{ id: 2, value: 'd' }])
  expect(latest.busy).toBe(true)
  worker().answer(2, 'D')
  expect(latest.busy).toBe(false)
  expect(shown).toEqual(['a: A', 'd: D'])
})

it('doesn’t begin again what it is at', () => {
  const { latest, worker, shown, request } = scene()
  request('a', 'b', 'a', 'a')
  worker().answer(1, 'A')
  expect(worker().sent).toHaveLength(1)
  expect(latest.busy).toBe(false)
  request('a')
  worker().answer(2, 'A')
  expect(shown).toEqual(['a: A', 'a: A'])
})

it('cancels a slow answer when a newer request waits, and drops what still comes of it', () => {
  const { worker, shown, sleep, request } = scene()
  request('a')
  sleep(250)
  request('early')
  expect(worker().sent).toHaveLength(1)
  sleep(100)
  request('b')
  expect(worker().sent.slice(1)).toEqual([{ cancel: 1 }, { id: 2, value: 'b' }])
  worker().answer(1, 'stale')
  worker().answer(2, 'B')
  worker().answer(2, 'again')
  expect(shown).toEqual(['b: B'])
})

it('shows parts of an answer, and cancels the rest once it takes too long', () => {
  const { worker, shown, sleep, request } = scene()
  request('a', 'b')
  worker().answer(1, 'part 1', false)
  expect(worker().sent).toHaveLength(1)
  sleep(320)
  worker().answer(1, 'part 2', false)
  expect(worker().sent.slice(1)).toEqual([{ cancel: 1 }, { id: 2, value: 'b' }])
  worker().answer(1, 'whole')
  expect(shown).toEqual(['a: part 1 …', 'a: part 2 …'])
})

it('cancels a slow answer as soon as its worker listens, if nothing else is asked any more', () => {
  const { worker, sleep, request } = scene()
  request('a', 'b')
  sleep(320)
  worker().say({ alive: 1 })
  expect(worker().sent.slice(1)).toEqual([{ cancel: 1 }, { id: 2, value: 'b' }])
})

it('ends a worker that is silent for a second, and asks another one for the newest', () => {
  const { workers, worker, shown, wait, request, alive } = scene()
  request('α = 1000')
  worker().say({ alive: 1 })
  wait(200)
  request('α = 4.5')
  wait(700)
  expect(workers).toHaveLength(1)
  wait(100)
  expect(workers).toHaveLength(2)
  expect(alive()).toBe(1)
  expect(worker().sent).toEqual([{ id: 2, value: 'α = 4.5' }])
  workers[0]!.answer(1, 'too late')
  worker().answer(2, 'right')
  expect(shown).toEqual(['α = 4.5: right'])
})

it('ends one that is deaf to a cancellation, and blames what it is stuck in', () => {
  const { workers, worker, failures, shown, wait, request } = scene()
  request('slow')
  worker().say({ alive: 1 })
  wait(400)
  request('quick')
  expect(worker().sent.slice(1)).toEqual([{ cancel: 1 }, { id: 2, value: 'quick' }])
  // Signs of what was cancelled are none of what is asked.
  worker().say({ alive: 1 })
  wait(600)
  expect(worker().sent).toEqual([{ id: 3, value: 'quick' }])
  worker().say({ ready: true })
  worker().say({ alive: 3 })
  // It's the first time that this one overruns.
  wait(1000)
  expect(workers).toHaveLength(3)
  worker().say({ ready: true })
  worker().answer(4, 'at last')
  expect(failures).toEqual([])
  expect(shown).toEqual(['quick: at last'])
})

it('gives up what two workers were stuck in, and starts a third one for something else', () => {
  const { latest, workers, worker, failures, shown, wait, request, alive, ticking } = scene()
  request('endless')
  worker().say({ alive: 1 })
  wait(1000)
  worker().say({ ready: true })
  worker().say({ alive: 2 })
  expect(failures).toEqual([])
  wait(1000)
  expect(failures).toEqual([`endless: ${overrunReason}`])
  expect(latest.busy).toBe(false)
  expect(alive()).toBe(0)
  expect(ticking()).toBe(false)
  request('short')
  expect(workers).toHaveLength(3)
  worker().answer(3, 'S')
  expect(shown).toEqual(['short: S'])
})

it('gives up a worker that begins nothing at all', () => {
  const { worker, failures, wait, request } = scene()
  request('a')
  wait(1000)
  worker().say({ ready: true })
  wait(1000)
  expect(failures).toEqual([`a: ${overrunReason}`])
})

it('leaves long work alone that says that it is alive', () => {
  const { workers, worker, shown, wait, request } = scene()
  request('long')
  for (let second = 0; second < 20; second++) {
    wait(900)
    worker().say({ alive: 1 })
  }
  worker().answer(1, 'L')
  expect(workers).toHaveLength(1)
  expect(shown).toEqual(['long: L'])
})

it('doesn’t count the time that scripts take to arrive, nor time that the page doesn’t have', () => {
  const { workers, worker, wait, sleep, request } = scene(false)
  request('a')
  wait(30_000)
  expect(workers).toHaveLength(1)
  worker().say({ ready: true })
  wait(500)
  sleep(3_600_000)
  wait(400)
  expect(workers).toHaveLength(1)
  wait(100)
  expect(workers).toHaveLength(2)
})

it('says why something failed, by the worker’s word or because there is no worker', () => {
  const { worker, failures, shown, request, alive } = scene()
  request('a', 'b')
  worker().say({ id: 1, done: true, failure: 'it hurts' })
  expect(failures).toEqual(['a: it hurts'])
  expect(worker().sent.slice(1)).toEqual([{ id: 2, value: 'b' }])
  worker().happen('error', { message: 'gone' })
  expect(failures[1]).toMatch(/^b: .*could not be loaded.*gone$/)
  expect(alive()).toBe(0)
  request('c')
  worker().answer(3, 'C')
  expect(shown).toEqual(['c: C'])
})

it('asks for the end of long work, and throws it away, with its worker', () => {
  const { latest, worker, shown, request, alive } = scene()
  request('a')
  latest.stop()
  expect(worker().sent.slice(1)).toEqual([{ stop: 1 }])
  worker().answer(1, 'so far')
  latest.stop()
  expect(worker().sent).toHaveLength(2)
  request('b')
  latest.forget()
  expect(alive()).toBe(0)
  expect(latest.busy).toBe(false)
  worker().answer(2, 'late')
  expect(shown).toEqual(['a: so far'])
})

it('doesn’t begin again what was stopped and is stuck', () => {
  const { latest, workers, failures, worker, wait, request } = scene()
  request('a')
  worker().say({ alive: 1 })
  latest.stop()
  wait(1000)
  expect(workers).toHaveLength(1)
  expect(failures).toEqual([`a: ${overrunReason}`])
})

it('keeps no worker on a page that is hidden, and asks again when it is shown again', () => {
  const { workers, worker, shown, page, request, alive, ticking } = scene()
  request('a')
  page.dispatchEvent(new Event('pagehide'))
  expect(alive()).toBe(0)
  expect(ticking()).toBe(false)
  workers[0]!.answer(1, 'too late')
  page.dispatchEvent(new Event('pageshow'))
  expect(worker().sent).toEqual([{ id: 2, value: 'a' }])
  worker().answer(2, 'A')
  page.dispatchEvent(new Event('pagehide'))
  page.dispatchEvent(new Event('pageshow'))
  expect(alive()).toBe(0)
  expect(workers).toHaveLength(2)
  expect(shown).toEqual(['a: A'])
})

it('has no worker once the page is left, whatever is asked or answered then', () => {
  const { latest, workers, shown, leaving, page, request, alive, ticking } = scene()
  request('a', 'b')
  leaving.abort()
  expect(alive()).toBe(0)
  expect(ticking()).toBe(false)
  workers[0]!.answer(1, 'A')
  latest.request({ value: 'c' })
  page.dispatchEvent(new Event('pageshow'))
  expect(workers).toHaveLength(1)
  expect(shown).toEqual([])
  expect(latest.busy).toBe(false)
})
