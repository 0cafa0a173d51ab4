import { defaultQueue } from './queue-name.js'
import type { WorkerRecord } from './study-registry.js'

/** For how long workers may be missing before it is said, in looks. */
const patience = 3

/** Follows which workers a study has, and says what somebody should know. */
export const workerCensus = (
  { queue, shown, version }: { readonly queue: string; readonly shown: string; readonly version: string },
  onNotice: (notice: string) => void,
) => {
  let looks = 0
  let missed = false
  let foreignSaid = false
  return {
    /** @returns how many blocks the workers of this version compute at once. */
    look: (workers: readonly WorkerRecord[]): number => {
      const own = workers.filter((worker) => worker.version === version)
      const foreign = workers.find((worker) => worker.version !== version)
      const threads = own.reduce((sum, worker) => sum + worker.threads, 0)
      looks = own.length === 0 ? looks + 1 : 0
      if (own.length > 0 && missed) {
        missed = false
        onNotice(`${own.length === 1 ? 'a worker is' : `${own.length} workers are`} there; going on`)
      }
      if (foreign !== undefined && !foreignSaid) {
        foreignSaid = true
        onNotice(`a worker on queue ‘${queue}’ is of version ${foreign.version}; this study needs ${version}`)
      }
      if (looks === patience && !missed) {
        missed = true
        onNotice(`no worker is there; start one with: isacnet worker --redis ${shown}${queueFlag(queue)}`)
      }
      return threads
    },
  }
}

const queueFlag = (queue: string): string => (queue === defaultQueue ? '' : ` --queue ${queue}`)
