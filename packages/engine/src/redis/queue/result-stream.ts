import { setTimeout as delay } from 'node:timers/promises'
import type { JobResults } from '../../blocks/block-job.js'
import type { RedisLink } from '../connection/redis-link.js'
import { within } from '../connection/within.js'

/** The results that a worker has handed over. */
export interface DeliveredResults extends JobResults {
  readonly job: string
}

/** How long Redis may be silent, in milliseconds. */
const longestSilence = 4000

/**
 * Reads the results of a study as they come, until the signal, and removes what was read. A connection that breaks loses none: what
 * comes next is asked for by what came last.
 */
export const readResults = async (
  link: Pick<RedisLink, 'client' | 'duplicate'>,
  key: string,
  { signal, onResults }: { readonly signal: AbortSignal; readonly onResults: (delivered: DeliveredResults) => void },
): Promise<void> => {
  const reader = link.duplicate()
  let last = '0'
  try {
    while (!signal.aborted) {
      try {
        const answer = await within(reader.xread('COUNT', 64, 'BLOCK', longestSilence, 'STREAMS', key, last), signal)
        for (const [, entries] of (answer ?? []) as [string, [string, string[]][]][])
          for (const [id, fields] of entries) {
            last = id
            onResults(delivered(fields))
          }
        if (answer !== null) link.client.xtrim(key, 'MINID', last).catch(() => {})
      } catch {
        if (!signal.aborted) await delay(200)
      }
    }
  } finally {
    reader.disconnect()
  }
}

const delivered = (fields: readonly string[]): DeliveredResults => {
  const field = (name: string): string => fields[fields.indexOf(name) + 1] ?? ''
  return { job: field('job'), results: field('results'), milliseconds: Number(field('milliseconds')) }
}
