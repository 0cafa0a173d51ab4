export { type WorkerDeath, WorkerDeathError } from './worker-death.js'
export { type WorkerOptions, workerRunner } from './worker-runner.js'
