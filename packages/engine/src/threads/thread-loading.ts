/// <reference types="node" />

/** The part of a thread that is needed, so that the declarations need none of Node's. */
interface Thread {
  once(event: string, listener: () => void): unknown
  ref(): void
}

/** The part of a pool of threads that is needed. */
interface ThreadPool {
  readonly threads: readonly Thread[]
  on(event: 'workerDestroy', listener: () => void): unknown
}

/**
 * Follows the threads of a pool until they are loaded. Node 20 aborts, with all of its process, when a thread is ended while it loads an
 * ES module: who ends threads waits for them first. What has been loaded in a thread is told by its first message, which is the pool's.
 *
 * @param pool - just made.
 * @returns a promise that resolves when no thread of the pool is loading any more.
 */
export const threadLoading = (pool: ThreadPool): (() => Promise<void>) => {
  const loading = new Map<Thread, Promise<void>>()
  const known = new WeakSet<Thread>()
  const follow = (): void => {
    for (const thread of pool.threads) {
      if (known.has(thread)) continue
      known.add(thread)
      const loaded = new Promise<void>((resolve) => {
        for (const event of ['message', 'error', 'exit']) thread.once(event, () => resolve())
      })
      loading.set(
        thread,
        loaded.then(() => void loading.delete(thread)),
      )
    }
  }
  follow()
  // One that has died is replaced.
  pool.on('workerDestroy', () => setImmediate(follow))
  return async () => {
    follow()
    // Without this, a process that waits for nothing else would end.
    for (const thread of loading.keys()) thread.ref()
    while (loading.size > 0) await Promise.all(loading.values())
  }
}
