/**
 * The keys of one queue in Redis. Everything of a study begins with its prefix: the queue of BullMQ that holds its jobs, and what is
 * kept beside it.
 */
export interface StudyKeys {
  /** The set of studies. */
  readonly studies: string
  /** The workers, with the time of their last sign of life. */
  readonly workers: string
  /** Under which BullMQ keeps the queues of the studies; the name of each is the study's. */
  readonly prefix: string
  /** The version of a study; it is there for as long as the study is. */
  readonly record: (study: string) => string
  /** The results that workers have computed for a study. */
  readonly results: (study: string) => string
  /** All keys of a study but for its jobs. */
  readonly fixed: (study: string) => string[]
  /** Those of them that would stay for ever; the others have a time to live of their own, which matters. */
  readonly lasting: (study: string) => string[]
  readonly job: (study: string, job: string) => string
}

/** The keys that BullMQ keeps for a queue, beside its jobs. */
const queueParts = [
  ...['wait', 'active', 'paused', 'delayed', 'prioritized', 'completed', 'failed', 'waiting-children', 'marker'],
  ...['meta', 'id', 'events', 'stalled', 'pc', 'repeat', 'metrics:completed', 'metrics:failed'],
]

const passingParts = ['stalled-check', 'limiter']

export const studyKeys = (queue: string): StudyKeys => {
  const prefix = `isacnet:${queue}`
  const record = (study: string): string => `${prefix}:study:${study}`
  const results = (study: string): string => `${prefix}:${study}:results`
  const lasting = (study: string): string[] => [
    results(study),
    ...queueParts.map((part) => `${prefix}:${study}:${part}`),
  ]
  return {
    studies: `${prefix}:studies`,
    workers: `${prefix}:workers`,
    prefix,
    record,
    results,
    fixed: (study) => [record(study), ...lasting(study), ...passingParts.map((part) => `${prefix}:${study}:${part}`)],
    lasting,
    job: (study, job) => `${prefix}:${study}:${job}`,
  }
}
