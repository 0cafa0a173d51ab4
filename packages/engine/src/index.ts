export type { BlockEngine, BlockRunner } from './blocks/block-engine.js'
export type { BlockWork, PrepareBlocks } from './blocks/block-work.js'
export { type WorkerDeath, WorkerDeathError } from './threads/worker-death.js'
export { type WorkerOptions, workerRunner, workerThreads } from './threads/worker-threads.js'
