import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { threadLoading } from './thread-loading.js'

/** Threads that load when a test says so. */
const madeUpPool = (count: number) => {
  const thread = () => Object.assign(new EventEmitter(), { held: false, ref: held }) as unknown as Worker
  function held(this: { held: boolean }): void {
    this.held = true
  }
  return Object.assign(new EventEmitter(), { threads: Array.from({ length: count }, thread), thread })
}

const isOver = async (promise: Promise<void>): Promise<boolean> => {
  await setImmediate()
  return Promise.race([promise.then(() => true), setImmediate(false)])
}

it('waits until every thread is loaded, has failed or has ended', async () => {
  const pool = madeUpPool(3)
  const over = threadLoading(pool)()
  for (const [i, event] of ['message', 'error', 'exit'].entries()) {
    expect(await isOver(over)).toBe(false)
    expect(pool.threads[i]).toMatchObject({ held: true })
    pool.threads[i]!.emit(event)
  }
  expect(await isOver(over)).toBe(true)
})

it('waits for threads in place of those that died, and for none that was loaded long ago', async () => {
  const pool = madeUpPool(1)
  const loaded = threadLoading(pool)
  pool.threads[0]!.emit('message')
  expect(await isOver(loaded())).toBe(true)
  const next = pool.thread()
  pool.threads.splice(0, 1, next)
  pool.emit('workerDestroy')
  const over = loaded()
  expect(await isOver(over)).toBe(false)
  next.emit('message')
  expect(await isOver(over)).toBe(true)
})
