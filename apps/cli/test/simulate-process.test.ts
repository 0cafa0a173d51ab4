import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, start } from './source-process.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-simulate-process-'))
})
afterEach(() => rm(directory, { recursive: true }))

/** The text of a document but for the time it took. */
const withoutTime = (text: string): string => text.replace(/"elapsedSeconds": [^,\n]+/, '"elapsedSeconds": …')

/** When a child has written a file. */
const untilSaved = async (path: string, child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    if ((await readdir(directory)).some((name) => join(directory, name) === path)) return
    await setTimeout(50)
  }
}

const endless = ['simulate', '--set', 'K=2', '--set', 'Q=2', '--relative-error', '1e-7']

describe('isacnet simulate in a process', { timeout: 120_000 }, () => {
  it('gives the same bytes for 1, 2 and 4 workers', async () => {
    const texts: string[] = []
    for (const workers of ['1', '2', '4']) {
      const argv = ['simulate', '--fidelity', 'channel', '--set', 'K=2', '--set', 'L=2', '--trials', '3000', '--json']
      const { exitCode, stdout, stderr } = await end(start([...argv, '--threads', workers]))
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      texts.push(withoutTime(stdout))
    }
    expect(texts[1]).toBe(texts[0])
    expect(texts[2]).toBe(texts[0])
  })

  it.each(['2'])(
    'writes what it has when it is interrupted, and goes on to the same bytes (%s workers)',
    async (workers) => {
      const file = join(directory, 'run.json')
      const child = start([...endless, '--threads', workers, '--out', file, '--json'])
      const ended = end(child)
      await untilSaved(file, child)
      child.kill('SIGINT')
      const interrupted = await ended
      expect(interrupted.exitCode).toBe(130)
      const result = JSON.parse(interrupted.stdout)
      expect(result.ended).toBe('interrupted')
      expect(result.trials).toBeGreaterThan(0)
      expect(interrupted.stderr).toBe(
        `isacnet: interrupted after ${result.trials.toLocaleString('en-US')} trials; ` +
          `go on with: isacnet simulate --resume ${file}\n`,
      )
      expect(await readdir(directory)).toEqual(['run.json'])
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ trials: result.trials, ended: 'interrupted' })

      const trials = String(result.trials + 10_000)
      const resumed = await end(
        start(['simulate', '--resume', file, '--trials', trials, '--json', '--threads', workers]),
      )
      expect(resumed.exitCode).toBe(0)
      const other = join(directory, 'whole.json')
      const argv = [
        'simulate',
        '--set',
        'K=2',
        '--set',
        'Q=2',
        '--trials',
        trials,
        '--json',
        '--threads',
        '2',
        '--out',
        other,
      ]
      const whole = await end(start(argv))
      expect(withoutTime(resumed.stdout)).toBe(withoutTime(whole.stdout))
      expect(withoutTime(await readFile(file, 'utf8'))).toBe(withoutTime(await readFile(other, 'utf8')))
    },
  )

  it('reports a worker that died and loses nothing', async () => {
    const argv = ['simulate', '--trials', '30_000', '--threads', '2', '--json']
    const env = { ...process.env, ISACNET_TEST_ONE_WORKER_DIES: join(directory, 'dead') }
    const wounded = await end(start(argv, { env, preload: './dying-worker.mjs' }))
    expect(wounded.exitCode).toBe(0)
    expect(wounded.stderr).toMatch(/^isacnet: a worker died in block \d+; the block is done again\n$/)
    const sound = await end(start(argv))
    expect(withoutTime(wounded.stdout)).toBe(withoutTime(sound.stdout))
  })

  it('fails with a line when no worker can live', async () => {
    const env = { ...process.env, ISACNET_TEST_EVERY_WORKER_DIES: 'yes' }
    const argv = ['simulate', '--trials', '30_000', '--threads', '2', '--json']
    const { exitCode, stdout, stderr } = await end(start(argv, { env, preload: './dying-worker.mjs' }))
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toEqual({ code: 'worker-death', message: expect.stringMatching(/^block \d: /) })
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^isacnet: block 0: 4 workers died of it, the last with ‘.*’$/)
    expect(stderr).not.toContain('    at ')
  })
})
