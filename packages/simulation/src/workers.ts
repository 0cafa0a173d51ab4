export { threadLoading } from './thread-loading.js'
export { type WorkerDeath, WorkerDeathError } from './worker-death.js'
export { type WorkerOptions, type WorkerThreads, workerRunner, workerThreads } from './worker-runner.js'
