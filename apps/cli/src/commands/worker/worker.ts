import { redisWorker } from '@isacnet/engine/redis'
import { simulationBlocks } from '@isacnet/simulation/blocks'
import { threadCount } from '../../engine/block-engine.js'
import { type RedisFlags, redisQueue } from '../../flags/redis-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import type { Io } from '../../terminal/io.js'
import { narration } from '../../terminal/narration.js'

export interface WorkerOptions extends RedisFlags {
  readonly threads?: string
}

/** `isacnet worker`. */
export const worker = async (options: WorkerOptions, run: CommandRun, io: Io): Promise<void> => {
  const { say } = narration(io)
  const threads = threadCount(options.threads)
  const queue = redisQueue(options, io.env)
  const { signal, checkpoint } = run
  const nothingLost = 'stopped; nothing is lost'
  await checkpoint(nothingLost)
  const started = await redisWorker(simulationBlocks, { ...queue, threads, onNotice: say, signal }).catch(
    async (error: unknown) => {
      await checkpoint(nothingLost)
      throw error
    },
  )
  const stop = (): void => {
    say('finishing the blocks at hand')
    void started.stop().catch(() => {})
  }
  run.closeAtEnd(() => started.stop())
  say(`a worker of version ${started.version} with ${threads} ${threads === 1 ? 'thread' : 'threads'} is ready`)
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  await started.ended
  await checkpoint(nothingLost)
}
