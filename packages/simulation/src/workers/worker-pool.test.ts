import { errorCodeOf } from '@isacnet/model'
import { afterEach, expect, it } from 'vitest'
import { type WorkerDeath, WorkerDeathError } from './worker-death.js'
import { workerPool } from './worker-pool.js'

let pool: ReturnType<typeof workerPool>
afterEach(() => pool.close())

const run = (block: number) => pool.run({ definition: '', block })

const mortalPool = (mortality: readonly number[], threads: number) => {
  const deaths: WorkerDeath[] = []
  pool = workerPool({
    file: new URL('../../test/mortal-worker.ts', import.meta.url),
    data: { deaths: new Int32Array(new SharedArrayBuffer(4 * mortality.length)), mortality },
    threads,
    onWorkerDeath: (death) => deaths.push(death),
  })
  return deaths
}

it('does a block again when its worker died, and reports each death', { timeout: 60_000 }, async () => {
  const deaths = mortalPool([0, 1, 0, 3, 0], 2)
  const sums = await Promise.all([0, 1, 2, 3, 4].map((block) => run(block)))
  expect(sums.map(({ trials }) => trials)).toEqual([0, 1, 2, 3, 4])
  expect(deaths.map(({ block, attempts }) => `${block}: ${attempts}`).sort()).toEqual(['1: 1', '3: 1', '3: 2', '3: 3'])
  expect(deaths[0]!.reason.message).toBe('worker exited with code: 7')
})

it('gives up a block that has killed four workers, and no other', { timeout: 60_000 }, async () => {
  const deaths = mortalPool([0, 9], 1)
  const failure = await run(1).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(WorkerDeathError)
  expect(failure).toMatchObject({ block: 1, attempts: 4 })
  expect(String(failure)).toContain('block 1: 4 workers died of it, the last with ‘worker exited with code: 7’')
  expect(deaths).toHaveLength(4)
  expect((await run(0)).trials).toBe(0)
})

it('does not try again what would fail again', { timeout: 60_000 }, async () => {
  const deaths = mortalPool([0], 1)
  await expect(run(100)).rejects.toThrow('block 100 is beyond me')
  expect(deaths).toEqual([])
})

it('has the code of an error that came out of a worker', { timeout: 60_000 }, async () => {
  mortalPool([0], 1)
  const failure = await run(101).catch((error: unknown) => error)
  expect(errorCodeOf(failure)).toBe('invalid-parameter')
  expect(failure).toMatchObject({ message: 'block must be an easier one, got 101' })
})

it('gives up when no worker lives at all', { timeout: 60_000 }, async () => {
  pool = workerPool({ file: new URL('../../test/stillborn-worker.ts', import.meta.url), threads: 2 })
  await expect(Promise.all([run(0), run(1), run(2)])).rejects.toThrow(WorkerDeathError)
})

it('rejects what was asked for when it is closed, without calling that a death', { timeout: 60_000 }, async () => {
  const deaths = mortalPool([0, 0, 0], 1)
  const blocks = [0, 1, 2].map((block) => run(block).catch(() => 'lost'))
  await pool.close()
  expect((await Promise.all(blocks)).at(-1)).toBe('lost')
  expect(deaths).toEqual([])
})
