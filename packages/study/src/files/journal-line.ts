import { createHash } from 'node:crypto'

/** The content of a line of a journal. Each entry stands for itself: none refers to another's place. */
export type JournalEntry =
  | { readonly type: 'study'; readonly [member: string]: unknown }
  | { readonly type: 'result'; readonly key: string; readonly result: unknown }
  /** How far the simulation of a task is: a checkpoint of `@isacnet/simulation`. */
  | { readonly type: 'state'; readonly key: string; readonly checkpoint: unknown }

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** An entry as a line of JSON with the first 16 digits of the SHA-256 of the entry's text: `{"sha256":"…","entry":{…}}`. */
export const journalLine = (entry: JournalEntry): string => {
  const text = JSON.stringify(entry)
  return `{"sha256":"${checksum(text)}","entry":${text}}\n`
}

/** The entry of a line without its end; `undefined` if any of its bytes isn't as it was written. */
export const readJournalLine = (line: string): JournalEntry | undefined => {
  const [, sum, text] = /^\{"sha256":"([0-9a-f]{16})","entry":(.*)\}$/s.exec(line) ?? []
  if (text === undefined || checksum(text) !== sum) return undefined
  return JSON.parse(text) as JournalEntry
}
