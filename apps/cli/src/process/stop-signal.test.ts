import { expect, it } from 'vitest'
import { exitCodeOfSignal, onStopSignal } from './stop-signal.js'

it('has the exit codes that shells know', () => {
  expect((['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(exitCodeOfSignal)).toEqual([130, 143, 129])
})

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGXCPU'])(
  'hears %s, until it is ended',
  (name) => {
    const received: string[] = []
    const end = onStopSignal((signal) => received.push(signal))
    process.emit(name as NodeJS.Signals, name as NodeJS.Signals)
    end()
    expect(process.listenerCount(name)).toBe(0)
    expect(received).toEqual([name])
  },
)
