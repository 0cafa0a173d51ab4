export { threadLoading } from './workers/thread-loading.js'
export { type WorkerDeath, WorkerDeathError } from './workers/worker-death.js'
export { type WorkerOptions, type WorkerThreads, workerRunner, workerThreads } from './workers/worker-runner.js'
