import { startWorker } from '../src/redis-worker.js'

/** A worker as a process: its options and internals are JSON in its environment. */
const { threadFile, ...internals } = JSON.parse(process.env.WORKER_INTERNALS ?? '{}')
const worker = await startWorker(JSON.parse(process.env.WORKER_OPTIONS ?? '{}'), {
  ...internals,
  ...(threadFile === undefined ? {} : { threadFile: new URL(threadFile) }),
})
process.once('SIGTERM', () => void worker.stop())
process.stdout.write('ready\n')
await worker.ended
