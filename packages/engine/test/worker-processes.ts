import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { RedisWorkerOptions, WorkerInternals } from '../src/redis/redis-worker.js'
import { madeUpWork } from './made-up-work.js'

const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url))

/** Starts workers of made-up work in processes of their own, and ends all that are left. */
export const workerProcesses = () => {
  const children = new Set<ChildProcess>()
  return {
    start: async (options: RedisWorkerOptions, internals: WorkerInternals = {}): Promise<ChildProcess> => {
      const child = spawn(
        process.execPath,
        ['--import', import.meta.resolve('tsx'), '--conditions', '@isacnet/source', script],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: {
            ...process.env,
            WORKER_OPTIONS: JSON.stringify(options),
            WORKER_MODULE: madeUpWork.module,
            WORKER_INTERNALS: JSON.stringify(internals),
          },
        },
      )
      children.add(child)
      await new Promise<void>((resolve, reject) => {
        child.stdout?.once('data', () => resolve())
        child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
      })
      return child
    },
    end: async (): Promise<void> => {
      await Promise.all(
        [...children].map((child) => {
          if (child.exitCode !== null || child.signalCode !== null) return undefined
          const ended = new Promise((resolve) => child.once('exit', resolve))
          child.kill('SIGKILL')
          return ended
        }),
      )
      children.clear()
    },
  }
}
