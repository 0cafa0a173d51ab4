import { constants } from 'node:os'

/**
 * A reason for a process to end: a person (SIGINT, SIGQUIT), a terminal that is closed (SIGHUP), a service manager (SIGTERM), a batch system
 * before time or memory run out (SIGUSR1, SIGUSR2, SIGXCPU). Left to themselves, they would end the process without its leave; SIGUSR1
 * would open Node's debugger.
 */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGXCPU'] as const
export type StopSignal = (typeof stopSignals)[number]

/** The exit code of a process that a signal has ended, as shells have it: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
export const exitCodeOfSignal = (signal: StopSignal): number => 128 + constants.signals[signal]

/**
 * Has a function called at each stop signal.
 *
 * @returns a function that ends it.
 */
export const onStopSignal = (receive: (signal: StopSignal) => void): (() => void) => {
  // Not every system has all of them.
  const known = stopSignals.filter((signal) => signal in constants.signals)
  for (const signal of known) process.on(signal, receive)
  return () => {
    for (const signal of known) process.off(signal, receive)
  }
}
