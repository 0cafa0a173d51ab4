import type { Command } from 'commander'

export const engineNames = ['threads', 'redis'] as const

/** Adds the options that say who computes blocks. */
export const addEngineOptions = (command: Command): Command =>
  command
    .option('--threads <n>', 'that compute; no number depends on it (default: what the machine can run at once)')
    .option('--engine <engine>', 'threads, or redis: the workers of a queue, see isacnet worker (default: threads)')
    .option('--redis <url>', 'redis://[[user]:password@]host[:port][/database] (default: $ISACNET_REDIS_URL)')
    .option('--queue <name>', 'which queue of the Redis (default: default)')
