import { setImmediate } from 'node:timers/promises'
import type { Io } from '../terminal/io.js'
import { InterruptedError } from './exit-code.js'
import { type Holdings, holdings } from './holdings.js'
import { exitCodeOfSignal, onStopSignal, type StopSignal } from './stop-signal.js'

/** Lets signals arrive, and throws when one has; the message says what becomes of the work. */
export type Checkpoint = (message?: string) => Promise<void>

/** A command that runs: what it has taken, and whether it is asked to end. */
export interface CommandRun extends Pick<Holdings, 'releaseAtEnd' | 'closeAtEnd'> {
  /** Aborted by the first stop signal. */
  readonly signal: AbortSignal
  /** The first stop signal, once it has arrived. */
  readonly stoppedBy: StopSignal | undefined
  /** @throws {InterruptedError} after a stop signal. */
  readonly checkpoint: Checkpoint
}

/**
 * Runs a command that takes something, from the first thing that it takes to the last that it gives back. A stop signal asks it to end
 * tidily, by `signal` and `checkpoint`; a second one ends the process at once, and so does the first that comes when the command is over.
 * What the command holds is given back either way, and wherever else the process ends itself.
 *
 * @throws {InterruptedError} whenever a stop signal has arrived, whatever has become of the work.
 */
export const commandRun = async <Result>(
  { exit }: Pick<Io, 'exit'>,
  work: (run: CommandRun) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController()
  const { signal } = controller
  const { releaseAtEnd, closeAtEnd, giveBack, giveBackAtOnce } = holdings()
  let stoppedBy: StopSignal | undefined
  const endAtOnce = (received: StopSignal): void => exit?.(exitCodeOfSignal(received))
  const stopListening = onStopSignal((received) => {
    if (stoppedBy !== undefined) return endAtOnce(received)
    stoppedBy = received
    // Whatever ends the process from now on, this is why.
    if (exit !== undefined) process.exitCode = exitCodeOfSignal(received)
    controller.abort()
  })
  process.on('exit', giveBackAtOnce)

  let outcome: { readonly result: Result } | { readonly error: unknown }
  try {
    const checkpoint: Checkpoint = async (message) => {
      await wholeTurn()
      if (stoppedBy !== undefined) throw new InterruptedError(stoppedBy, message)
    }
    const run = {
      signal,
      checkpoint,
      releaseAtEnd,
      closeAtEnd,
      get stoppedBy() {
        return stoppedBy
      },
    }
    outcome = { result: await work(run) }
  } catch (error) {
    outcome = { error }
  }
  await giveBack().catch((error: unknown) => {
    if (!('error' in outcome)) outcome = { error }
  })
  // What arrived while nothing else had its turn.
  await wholeTurn()
  if (exit !== undefined) onStopSignal(endAtOnce)
  stopListening()
  process.off('exit', giveBackAtOnce)

  if (stoppedBy !== undefined) throw interruption(stoppedBy, signal, outcome)
  if ('error' in outcome) throw outcome.error
  return outcome.result
}

/** Describes a command that was asked to end. */
const interruption = (
  stoppedBy: StopSignal,
  { reason }: AbortSignal,
  outcome: { readonly result: unknown } | { readonly error: unknown },
): InterruptedError => {
  if (!('error' in outcome)) return new InterruptedError(stoppedBy, 'interrupted when everything was done')
  const { error } = outcome
  if (error instanceof InterruptedError) return error
  if (error === reason) return new InterruptedError(stoppedBy)
  return new InterruptedError(stoppedBy, `interrupted; ${error instanceof Error ? error.message : String(error)}`)
}

/** Signals arrive where the event loop looks for input. Who is called from there is back before it looks again: the second look is new. */
const wholeTurn = async (): Promise<void> => {
  await setImmediate()
  await setImmediate()
}
