import type { JobResults } from '../../blocks/block-job.js'
import type { RedisLink } from '../connection/redis-link.js'
import type { StudyKeys } from './study-keys.js'

/** For how long a study lives without a sign of life of the process that runs it, in milliseconds. */
const studyLife = 60_000

/** For how long what a study has in Redis is kept beyond that, in milliseconds. */
export const remainsLife = 3_600_000

/** For how long a worker counts without a sign of life, in seconds. */
const workerLife = 10

/** A process that computes blocks, as others see it. */
export interface WorkerRecord {
  readonly id: string
  /** How many blocks it computes at once. */
  readonly threads: number
  readonly version: string
}

/** A study, as workers see it. */
export interface StudyRecord {
  readonly id: string
  /** The version that may compute its blocks; nothing where the study is over. */
  readonly version: string | undefined
}

/** Time is that of Redis: clocks of machines differ. */
const workerBeat = `
redis.call('ZADD', KEYS[1], redis.call('TIME')[1], ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
local studies = {}
for _, id in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  studies[#studies + 1] = { id, redis.call('GET', ARGV[3] .. id) }
end
return studies`

const studyBeat = `
local before = redis.call('EXISTS', KEYS[3])
redis.call('SET', KEYS[3], ARGV[2], 'PX', ARGV[3])
redis.call('SADD', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
local since = redis.call('TIME')[1] - ARGV[5]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. since)
return { before, redis.call('ZRANGE', KEYS[1], 0, -1) }`

/** Results of a study that is over would stay for ever. */
const resultOfStudy = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('XADD', KEYS[2], '*', 'job', ARGV[1], 'results', ARGV[2], 'milliseconds', ARGV[3])
return 1`

/** Who is there on a queue: the studies and the workers. */
export const studyRegistry = ({ client }: Pick<RedisLink, 'client'>, keys: StudyKeys) => ({
  /** A worker's sign of life; it gets the studies that there are. */
  beatOfWorker: async (worker: WorkerRecord): Promise<StudyRecord[]> => {
    const studies = (await client.eval(
      workerBeat,
      2,
      keys.workers,
      keys.studies,
      JSON.stringify(worker),
      6 * workerLife,
      keys.record(''),
    )) as [string, string | null][]
    return studies.map(([id, version]) => ({ id, version: version ?? undefined }))
  },

  /** A study's sign of life; it learns whether it was known, and which workers there are. */
  beatOfStudy: async (id: string, version: string): Promise<{ known: boolean; workers: WorkerRecord[] }> => {
    const [known, workers] = (await client.eval(
      studyBeat,
      3,
      keys.workers,
      keys.studies,
      keys.record(id),
      id,
      version,
      studyLife,
      remainsLife,
      workerLife,
    )) as [number, string[]]
    return { known: known === 1, workers: workers.map((text) => JSON.parse(text) as WorkerRecord) }
  },

  /** Hands over what a job gave, unless its study is over. */
  publish: async (
    study: string,
    { job, results, milliseconds }: JobResults & { readonly job: string },
  ): Promise<void> => {
    await client.eval(resultOfStudy, 2, keys.record(study), keys.results(study), job, results, milliseconds)
  },

  leave: async (worker: WorkerRecord): Promise<void> => {
    await client.zrem(keys.workers, JSON.stringify(worker))
  },

  /** Takes a study from the list, so that workers leave it. */
  end: async (study: string): Promise<void> => {
    await client.multi().unlink(keys.record(study)).srem(keys.studies, study).exec()
  },

  /** Removes what a study that is over may have left. Of one whose process is gone, one worker looks for all; it takes a while. */
  sweep: async (study: string): Promise<void> => {
    if ((await client.srem(keys.studies, study)) === 0) {
      await client.unlink(...keys.fixed(study))
      return
    }
    let cursor = '0'
    do {
      const [next, found] = await client.scan(cursor, 'MATCH', `${keys.prefix}:${study}:*`, 'COUNT', 1000)
      if (found.length > 0) await client.unlink(...found)
      cursor = next
    } while (cursor !== '0')
  },
})
