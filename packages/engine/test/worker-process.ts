import { startWorker } from '../src/redis/redis-worker.js'

/** A worker as a process: the module of its work, options and internals are JSON in its environment. */
const { WORKER_MODULE = '', WORKER_OPTIONS = '{}', WORKER_INTERNALS = '{}' } = process.env
const worker = await startWorker({ module: WORKER_MODULE }, JSON.parse(WORKER_OPTIONS), JSON.parse(WORKER_INTERNALS))
process.once('SIGTERM', () => void worker.stop())
process.stdout.write('ready\n')
await worker.ended
