/** Times measured on one core, in seconds of it. */
export interface BlockCosts {
  /** To compute a block. */
  readonly block: number
  /** The time of a worker, the process of the study and Redis for each block besides, with jobs of the usual size. */
  readonly worker: number
  readonly study: number
  readonly redis: number
  /** The time of the process of the study for each block without a queue: merging and journalling. */
  readonly merging: number
  /** To prepare a simulation: once for each point, in the process of the study and in every thread that gets a job of it. */
  readonly preparation: number
  /** To start threads of the threads engine, up to their first blocks, with the preparation: once for each point. */
  readonly threadStart: number
  /** Blocks in a job. */
  readonly blocksPerJob: number
}

/** Points with a simulation each, all of one size. */
export interface UniformStudy {
  readonly points: number
  readonly blocksPerPoint: number
}

export interface ScaleOut {
  readonly seconds: number
  /** Computing time over cores and time. */
  readonly efficiency: number
  readonly limit: 'cores' | 'study process' | 'Redis' | 'jobs'
}

/** Simulations of a study that run at once on a queue. */
const simulationsAtOnce = 64

/**
 * How long one study takes on a queue with so many cores for its workers. It is as long as the slowest of these takes: the cores that
 * there are jobs for; the one thread of the process of the study; that of Redis. The last jobs leave cores idle for half a job on average.
 */
export const onQueue = (costs: BlockCosts, { points, blocksPerPoint }: UniformStudy, cores: number): ScaleOut => {
  const { block, worker, study, redis, preparation, blocksPerJob } = costs
  const blocks = points * blocksPerPoint
  const jobsPerPoint = Math.ceil(blocksPerPoint / blocksPerJob)
  const jobsAtOnce = Math.min(simulationsAtOnce, points) * jobsPerPoint
  const busy = Math.min(cores, jobsAtOnce)
  const prepared = points * Math.min(cores, jobsPerPoint) * preparation
  const job = blocksPerJob * (block + worker)
  const times = [
    [(blocks * (block + worker) + prepared) / busy + job / 2, busy < cores ? 'jobs' : 'cores'],
    [blocks * study + points * preparation, 'study process'],
    [blocks * redis, 'Redis'],
  ] as const
  const [seconds, limit] = times.reduce((slowest, time) => (time[0] > slowest[0] ? time : slowest))
  return { seconds, efficiency: (blocks * block) / (cores * seconds), limit }
}

/**
 * The same in shards, each a process that does its points one after another, with threads of its own if it has more than one core: as
 * many shards as machines of so many cores, but no more than points, which then have more cores.
 */
export const inShards = (
  { block, merging, preparation, threadStart }: BlockCosts,
  { points, blocksPerPoint }: UniformStudy,
  { cores, coresPerShard }: { readonly cores: number; readonly coresPerShard: number },
): ScaleOut & { readonly shards: number } => {
  const shards = Math.min(points, Math.max(1, Math.floor(cores / coresPerShard)))
  const threads = Math.floor(cores / shards)
  const merged = blocksPerPoint * merging
  const computed = Math.ceil(blocksPerPoint / threads) * block
  const point = threads === 1 ? preparation + computed + merged : threadStart + Math.max(computed, merged)
  const seconds = Math.ceil(points / shards) * point
  const limit = threads > 1 && merged > computed ? 'study process' : 'cores'
  return { seconds, efficiency: (points * blocksPerPoint * block) / (cores * seconds), limit, shards }
}
