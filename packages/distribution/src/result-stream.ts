import { setTimeout as delay } from 'node:timers/promises'
import type { RedisLink } from './redis-link.js'
import { within } from './within.js'

/** What a worker has handed over. */
export interface JobResult {
  readonly job: string
  /** Of its blocks, as JSON. */
  readonly sums: string
  /** What the computation took. */
  readonly milliseconds: number
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
  { signal, onResult }: { readonly signal: AbortSignal; readonly onResult: (result: JobResult) => void },
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
            onResult(jobResult(fields))
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

const jobResult = (fields: readonly string[]): JobResult => {
  const field = (name: string): string => fields[fields.indexOf(name) + 1] ?? ''
  return { job: field('job'), sums: field('sums'), milliseconds: Number(field('milliseconds')) }
}
