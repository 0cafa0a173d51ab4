import { errorCodeOf, InvalidParameterError } from '@isacnet/model'
import { afterEach, expect, it } from 'vitest'
import { madeUpResult, madeUpWork } from '../../test/made-up-work.js'
import type { BlockEngine } from '../blocks/block-engine.js'
import type { BlockWork } from '../blocks/block-work.js'
import { type WorkerDeath, WorkerDeathError } from './worker-death.js'
import { startThreads, workerRunner, workerThreads } from './worker-threads.js'

let engine: Pick<BlockEngine<never, unknown>, 'close'> | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const workOf = ({ href }: URL): BlockWork<string, { readonly block: number }> => ({
  module: href,
  check: () => {},
  prepare: () => (block) => ({ block }),
  describe: String,
})

const mortalThreads = (mortality: readonly number[], threads: number) => {
  const deaths: WorkerDeath[] = []
  const data = { deaths: new Int32Array(new SharedArrayBuffer(4 * mortality.length)), mortality }
  const onWorkerDeath = (death: WorkerDeath): void => void deaths.push(death)
  const started = startThreads(
    workOf(new URL('../../test/mortal-blocks.ts', import.meta.url)),
    { threads, onWorkerDeath },
    data,
  )
  engine = started
  const { run } = started.runnerFor('')
  return { deaths, run, close: started.close }
}

it('gives several tasks at once the blocks that this thread gives', { timeout: 60_000 }, async () => {
  const threads = workerThreads(madeUpWork, { threads: 2 })
  engine = threads
  const tasks = ['one', 'another', 'a third']
  const blocks = Array.from({ length: 12 }, (_, block) => block)
  const shared = await Promise.all(
    tasks.map(async (task) => {
      const runner = threads.runnerFor(task)
      expect(runner.concurrency).toBe(4)
      const results = await Promise.all(blocks.map((block) => runner.run(block)))
      await runner.close()
      return results
    }),
  )
  expect(shared).toEqual(tasks.map((task) => blocks.map((block) => madeUpResult(task, block))))
})

it('does a block again when its worker died, and reports each death', { timeout: 60_000 }, async () => {
  const { deaths, run } = mortalThreads([0, 1, 0, 3, 0], 2)
  const results = await Promise.all([0, 1, 2, 3, 4].map(run))
  expect(results).toEqual([0, 1, 2, 3, 4].map((block) => ({ block })))
  expect(deaths.map(({ block, attempts }) => `${block}: ${attempts}`).sort()).toEqual(['1: 1', '3: 1', '3: 2', '3: 3'])
  expect(deaths[0]!.reason.message).toBe('worker exited with code: 7')
})

it('gives up a block that has killed four workers, and no other', { timeout: 60_000 }, async () => {
  const { deaths, run } = mortalThreads([0, 9], 1)
  const failure = await run(1).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(WorkerDeathError)
  expect(failure).toMatchObject({ block: 1, attempts: 4 })
  expect(String(failure)).toContain('block 1: 4 workers died of it, the last with ‘worker exited with code: 7’')
  expect(deaths).toHaveLength(4)
  expect(await run(0)).toEqual({ block: 0 })
})

it('does not try again what would fail again, and keeps the code of its error', { timeout: 60_000 }, async () => {
  const deaths: WorkerDeath[] = []
  const runner = workerRunner(madeUpWork, 'fails at 3', { threads: 1, onWorkerDeath: (death) => deaths.push(death) })
  engine = runner
  const failure = await runner.run(3).catch((error: unknown) => error)
  expect(errorCodeOf(failure)).toBe('invalid-parameter')
  expect(failure).toMatchObject({ message: 'block must be an easier one, got 3' })
  expect(deaths).toEqual([])
})

it('says what is wrong with a task with its type', { timeout: 60_000 }, async () => {
  const threads = workerThreads(madeUpWork, { threads: 1 })
  engine = threads
  await expect(threads.runnerFor('').run(0)).rejects.toThrow(RangeError)
  const failure = await threads
    .runnerFor('impossible')
    .run(0)
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(TypeError)
  expect(failure).toMatchObject({ message: 'the task is impossible' })
})

it('gives up when no worker lives at all', { timeout: 60_000 }, async () => {
  const threads = workerThreads(workOf(new URL('../../test/stillborn-blocks.ts', import.meta.url)), { threads: 2 })
  engine = threads
  const { run } = threads.runnerFor('')
  await expect(Promise.all([0, 1, 2].map(run))).rejects.toThrow(WorkerDeathError)
})

it('rejects what was asked for when it is closed, without calling that a death', { timeout: 60_000 }, async () => {
  const { deaths, run, close } = mortalThreads([0, 0, 0], 1)
  const blocks = [0, 1, 2].map((block) => run(block).catch(() => 'lost'))
  await close()
  expect((await Promise.all(blocks)).at(-1)).toBe('lost')
  expect(deaths).toEqual([])
})

it('refuses what it cannot mean before it starts a thread', () => {
  for (const threads of [0, 1.5, Number.NaN, -1]) {
    expect(() => workerThreads(madeUpWork, { threads })).toThrow(InvalidParameterError)
    expect(() => workerRunner(madeUpWork, '', { threads })).toThrow(InvalidParameterError)
  }
})
