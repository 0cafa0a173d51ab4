import { setImmediate } from 'node:timers/promises'
import { InterruptedError } from './exit-code.js'

/** Lets signals arrive, and throws when one has. */
export type Checkpoint = () => Promise<void>

/**
 * Runs long work that stops tidily at its next checkpoint after SIGINT or SIGTERM; what can stop earlier has a signal for it. A second signal ends the process at
 * once.
 *
 * @throws {InterruptedError} at the checkpoint.
 */
export const interruptible = async <Result>(
  work: (checkpoint: Checkpoint, signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController()
  let received: 'SIGINT' | 'SIGTERM' | undefined
  const onSignal = (signal: 'SIGINT' | 'SIGTERM'): void => {
    received = signal
    controller.abort()
  }
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    return await work(async () => {
      await setImmediate()
      if (received !== undefined) throw new InterruptedError(received)
    }, controller.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
