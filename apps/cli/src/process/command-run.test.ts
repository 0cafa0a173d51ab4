import { afterEach, expect, it } from 'vitest'
import { commandRun } from './command-run.js'
import { InterruptedError } from './exit-code.js'
import type { StopSignal } from './stop-signal.js'

// Threads of Node get no signals: this is all that arrives.
const send = (signal: StopSignal): void => {
  process.emit(signal, signal)
}
const listeners = (): number => process.listenerCount('SIGINT') + process.listenerCount('exit')
const before = listeners()
const { exitCode } = process
afterEach(() => {
  process.exitCode = exitCode
})

it('listens for as long as it holds something, whatever becomes of the work', async () => {
  const during: number[] = []
  const run = commandRun({}, async ({ releaseAtEnd }) => {
    releaseAtEnd(() => during.push(listeners()))
    during.push(listeners())
    return 'result'
  })
  expect(await run).toBe('result')
  expect(during).toEqual([before + 2, before + 2])
  const failure = commandRun({}, async () => {
    throw new Error('no')
  })
  await expect(failure).rejects.toThrow('no')
  expect(listeners()).toBe(before)
})

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('says %s to the work, which ends at its next checkpoint, and gives everything back', async (name, code) => {
  const given: string[] = []
  const failure = await commandRun({}, async (run) => {
    run.releaseAtEnd(() => given.push('lock'))
    run.closeAtEnd(async () => {
      given.push('threads')
    })
    await run.checkpoint()
    expect([run.signal.aborted, run.stoppedBy]).toEqual([false, undefined])
    send(name)
    expect([run.signal.aborted, run.stoppedBy]).toEqual([true, name])
    await run.checkpoint('interrupted; this is what comes of it')
  }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(InterruptedError)
  expect(failure).toMatchObject({ exitCode: code, message: 'interrupted; this is what comes of it' })
  expect(given).toEqual(['threads', 'lock'])
  expect(listeners()).toBe(before)
})

it('is interrupted also when the work has ended otherwise, be it by the signal', async () => {
  const message = async (work: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> =>
    commandRun({}, async ({ signal }) => {
      send('SIGTERM')
      return work(signal)
    }).catch((error: unknown) => [(error as InterruptedError).exitCode, (error as InterruptedError).message])
  expect(await message(async () => 1)).toEqual([143, 'interrupted when everything was done'])
  expect(await message(async () => Promise.reject(new Error('the disk is full')))).toEqual([
    143,
    'interrupted; the disk is full',
  ])
  expect(await message(async (signal) => signal.throwIfAborted())).toEqual([
    143,
    'interrupted; files that were not finished have been removed',
  ])
})

it('hears a signal that comes while things are given back', async () => {
  const run = commandRun({}, async ({ closeAtEnd }) => closeAtEnd(async () => send('SIGHUP')))
  await expect(run).rejects.toMatchObject({ exitCode: 129 })
})

it('ends its own process at once at a second signal, and at the first when it is over', async () => {
  const codes: number[] = []
  const exit = (code: number): void => {
    codes.push(code)
  }
  const run = commandRun({ exit }, async () => {
    send('SIGINT')
    expect([codes, process.exitCode]).toEqual([[], 130])
    send('SIGTERM')
    expect(codes).toEqual([143])
  })
  await expect(run).rejects.toBeInstanceOf(InterruptedError)
  send('SIGHUP')
  expect(codes).toEqual([143, 129])
})
