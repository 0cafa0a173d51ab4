export { DistributionError } from './redis/connection/distribution-error.js'
export type { RedisQueueOptions } from './redis/connection/redis-options.js'
export { redisStudy } from './redis/redis-study.js'
export { type RedisWorker, type RedisWorkerOptions, redisWorker } from './redis/redis-worker.js'
