export type StopSignal = 'SIGINT' | 'SIGTERM'

/**
 * Runs work that SIGINT or SIGTERM ask to stop. A second signal ends the process at once.
 *
 * @returns what the work gives, and the signal if there was one.
 */
export const stoppable = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<{ readonly result: Result; readonly stoppedBy: StopSignal | undefined }> => {
  const controller = new AbortController()
  let stoppedBy: StopSignal | undefined
  const stop = (signal: StopSignal): void => {
    stoppedBy = signal
    // Without a listener, the next signal has its default effect.
    ignore()
    controller.abort()
  }
  const ignore = (): void => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return { result: await work(controller.signal), stoppedBy }
  } finally {
    ignore()
  }
}
