/** Resolves as a promise does, unless the signal comes first: then the promise is left to itself, and this rejects. */
export const within = async <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> => {
  promise.catch(() => {})
  let interrupt = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new Error('stopped'))
    if (signal.aborted) interrupt()
    else signal.addEventListener('abort', interrupt, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', interrupt)
  }
}

/** The signal of what can't be interrupted. */
export const uninterrupted: AbortSignal = new AbortController().signal
