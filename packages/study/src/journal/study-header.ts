import type { ResolvedStudy } from '@isacnet/scenario'
import { contentHash } from '../files/canonical-json.js'
import type { ComputationVersions } from '../tasks/computation-versions.js'
import { type PackedStudy, packStudy } from '../tasks/packed-study.js'
import type { Shard } from './shard.js'

/** The first entry of a journal: what is computed in the directory, and why. */
export interface StudyHeader {
  readonly type: 'study'
  readonly format: 'isacnet-study'
  readonly version: 2
  readonly study: PackedStudy
  readonly shard: Shard | null
  readonly versions: ComputationVersions
  /** Why tasks are computed, or not computed again: texts, each with the keys of its tasks. Other tasks are new. */
  readonly reasons: Readonly<Record<string, readonly string[]>>
}

export const studyHeader = (
  study: ResolvedStudy,
  { shard, versions, reasons }: Pick<StudyHeader, 'shard' | 'versions' | 'reasons'>,
): StudyHeader => ({
  type: 'study',
  format: 'isacnet-study',
  version: 2,
  study: packStudy(study),
  shard,
  versions,
  reasons,
})

/** How two headers of the same shard differ in what is to be computed, in words; `undefined` if they don't. */
export const headerDifference = (a: StudyHeader, b: StudyHeader): 'study' | 'versions' | undefined => {
  if (contentHash(a.study) !== contentHash(b.study)) return 'study'
  return contentHash(a.versions) === contentHash(b.versions) ? undefined : 'versions'
}
