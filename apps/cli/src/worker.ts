import { redisWorker } from '@isacnet/distribution'
import { threadCount } from './block-engine.js'
import { InterruptedError } from './exit-code.js'
import type { Io } from './io.js'
import { narration } from './narration.js'
import { type RedisFlags, redisQueue } from './redis-flags.js'
import { stoppable } from './stop-signal.js'

export interface WorkerOptions extends RedisFlags {
  readonly threads?: string
}

/** `isacnet worker`. */
export const worker = async (options: WorkerOptions, io: Io): Promise<void> => {
  const { say } = narration(io)
  const threads = threadCount(options.threads)
  const queue = redisQueue(options, io.env)
  const { stoppedBy } = await stoppable(async (signal) => {
    const started = await redisWorker({ ...queue, threads, onNotice: say })
    say(`a worker of version ${started.version} with ${threads} ${threads === 1 ? 'thread' : 'threads'} is ready`)
    const stop = (): void => {
      say('finishing the blocks at hand')
      void started.stop().catch(() => {})
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    await started.ended
  })
  // To be asked to stop is how a service ends.
  if (stoppedBy === 'SIGINT') throw new InterruptedError('SIGINT', 'stopped; nothing is lost')
}
