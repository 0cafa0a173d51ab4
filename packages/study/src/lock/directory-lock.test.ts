import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StudyDirectoryError } from '../files/study-file-error.js'
import { lockDirectory } from './directory-lock.js'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'isacnet-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const lockPath = (): string => join(directory, 'study.lock')

/** The lock of another process, with its last sign of life some seconds ago. */
const lockOf = (holder: object, secondsAgo = 0): void => {
  writeFileSync(
    lockPath(),
    `${JSON.stringify({ pid: 7, host: 'node-a', started: '99', place: 'there', id: 'its', ...holder })}\n`,
  )
  const then = Date.now() / 1000 - secondsAgo
  utimesSync(lockPath(), then, then)
}

const refusal = (options?: Parameters<typeof lockDirectory>[1]): StudyDirectoryError => {
  try {
    lockDirectory(directory, options).release()
  } catch (error) {
    if (error instanceof StudyDirectoryError) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** Takes the directory and gives it back. */
const take = (options?: Parameters<typeof lockDirectory>[1]): void => {
  const lock = lockDirectory(directory, options)
  lock.assertHeld()
  lock.release()
  expect(readdirSync(directory)).toEqual([])
}

/** Takes the directory in another process, says so, and keeps it for the milliseconds, computing. */
const source = (milliseconds: number, period: number): string => `
import { lockDirectory } from ${JSON.stringify(fileURLToPath(new URL('directory-lock.ts', import.meta.url)))}
const lock = lockDirectory(${JSON.stringify(directory)}, { period: ${period} })
const { writeSync } = await import('node:fs')
writeSync(1, 'taken')
const end = Date.now() + ${milliseconds}
while (Date.now() < end);
lock.release()
`
const nodeArguments = (milliseconds: number, period: number): string[] => [
  '--import',
  'tsx',
  '--conditions',
  '@isacnet/source',
  '--input-type=module',
  '--eval',
  source(milliseconds, period),
]
const inNamespace = ['--user', '--map-root-user', '--pid', '--fork', '--mount-proc']
/** Not every system lets a process have a namespace of its own. */
const hasNamespaces = spawnSync('unshare', [...inNamespace, 'true']).status === 0

describe('a directory', () => {
  it('is one process’ until it gives it back', () => {
    const lock = lockDirectory(directory)
    const { message, freeIn } = refusal({ takeOver: true, lease: 0 })
    expect(message).toBe(`‘${directory}’ is in use by process ${process.pid}`)
    expect(freeIn).toBeUndefined()
    lock.release()
    take()
  })

  it('is free at once when its process was killed', async () => {
    const owner = spawn(process.execPath, nodeArguments(60_000, 10_000), { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(owner.stdout, 'data')
    expect(refusal().message).toMatch(`is in use by process ${owner.pid}`)
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    take()
  })

  it('is free when another process has got the number of the dead one', () => {
    const lock = lockDirectory(directory)
    const holder = JSON.parse(readFileSync(lockPath(), 'utf8'))
    lock.release()
    if (holder.started === null) return
    lockOf({ ...holder, started: '1' })
    take()
  })

  it('is free when a process was killed before it wrote its lock, but not while it writes it', () => {
    writeFileSync(lockPath(), '')
    expect(refusal().message).toBe(`‘${directory}’ is in use by another process`)
    const then = Date.now() / 1000 - 2
    utimesSync(lockPath(), then, then)
    take()
  })
})

describe('a process that can’t be seen', () => {
  it('on another machine has the directory until the lease is over', () => {
    lockOf({}, 20)
    const { message, freeIn } = refusal()
    expect(message).toMatch(
      /is in use by process 7 on node-a, which gave a sign of life (19|20|21) s ago; if it has ended, --take-over/,
    )
    expect(freeIn).toBeGreaterThan(35_000)
    expect(freeIn).toBeLessThan(41_000)
    lockOf({}, 61)
    take()
  })

  it('of the same machine’s name in another container, likewise, be the number that of a living or of no process', () => {
    for (const pid of [process.pid, 4_194_303]) {
      lockOf({ pid, host: hostname() }, 5)
      expect(refusal().message).toMatch(`is in use by process ${pid} in another container, which gave a sign of life`)
      lockOf({ pid, host: hostname() }, 61)
      take()
    }
  })

  it('gives way on request', () => {
    lockOf({})
    take({ takeOver: true })
  })

  it('of an earlier version, which gives no signs of life, gives way on request only', () => {
    lockOf({ place: undefined, id: undefined }, 1e6)
    expect(refusal().message).toMatch(/is in use by process 7 on node-a; if it has ended, --take-over takes it$/)
    expect(refusal().freeIn).toBeUndefined()
    take({ takeOver: true })
  })

  it('is noticed when it comes back: its writes are refused, and its end leaves the new lock', () => {
    const lock = lockDirectory(directory)
    lockOf({})
    expect(lock.assertHeld).toThrow(/was taken over by process 7 on node-a$/)
    lock.release()
    expect(JSON.parse(readFileSync(lockPath(), 'utf8')).id).toBe('its')
    rmSync(lockPath())
    expect(lock.assertHeld).toThrow(/has lost its lock/)
  })

  it('is taken over by one process only', () => {
    lockOf({}, 61)
    writeFileSync(`${lockPath()}.new`, 'another is at it')
    expect(refusal().message).toMatch(/in use by another process, which has just taken it over/)
    const then = Date.now() / 1000 - 61
    utimesSync(`${lockPath()}.new`, then, then)
    take()
  })

  it.runIf(hasNamespaces)(
    'in another PID namespace keeps its directory by signs of life, also while it computes',
    async () => {
      const owner = spawn('unshare', [...inNamespace, process.execPath, ...nodeArguments(4000, 100)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(owner, 'exit')
      await once(owner.stdout, 'data')
      await setTimeout(2000)
      const { message, freeIn } = refusal({ lease: 1500 })
      expect(message).toMatch(/is in use by process \d+ in another container/)
      // Numbers begin at 1 there, and are others’ here.
      expect(Number(/process (\d+)/.exec(message)![1])).toBeLessThan(100)
      expect(freeIn).toBeGreaterThan(500)
      await ended
      take()
    },
  )

  it.runIf(hasNamespaces)('in another PID namespace that was killed is taken over after the lease', async () => {
    const owner = spawn('unshare', [...inNamespace, '--kill-child', process.execPath, ...nodeArguments(60_000, 100)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(owner, 'exit')
    await once(owner.stdout, 'data')
    owner.kill('SIGKILL')
    await ended
    expect(refusal().freeIn).toBeGreaterThan(0)
    await setTimeout(1200)
    take({ lease: 1000 })
  })
})
