import { mkdirSync } from 'node:fs'
import type { ResolvedStudy } from '@isacnet/scenario'
import type { Shard } from '../src/journal/shard.js'
import { openStudyDirectory } from '../src/journal/study-directory.js'
import { writeResults } from '../src/results/write-results.js'
import { runStudy } from '../src/run-study.js'
import { rememberingRunner, testVersions } from './small-study.js'

const resultOptions = { producer: { version: 'test', commit: null } }

/** Runs a study, or one of its shards, in a directory, and writes its results. */
export const finishStudy = async (
  path: string,
  study: ResolvedStudy,
  { shard = null, analysis }: { readonly shard?: Shard | null; readonly analysis?: string } = {},
): Promise<void> => {
  mkdirSync(path, { recursive: true })
  const directory = openStudyDirectory(path, { study, shard, versions: testVersions(analysis) })
  try {
    await runStudy(directory, { runnerFor: rememberingRunner })
    await writeResults(directory, resultOptions)
  } finally {
    directory.close()
  }
}

/** Writes the results of a directory that has all of them. */
export const writeFinished = async (directory: ReturnType<typeof openStudyDirectory>): Promise<void> => {
  try {
    await writeResults(directory, resultOptions)
  } finally {
    directory.close()
  }
}
