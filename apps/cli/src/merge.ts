import { mergeShards } from '@isacnet/study'
import type { Io } from './io.js'
import { openOutputDirectory } from './output-directory.js'
import { printStudy, writeStudy } from './study-results.js'

export interface MergeOptions {
  readonly out: string
  readonly force?: boolean
  readonly json?: boolean
}

/** `isacnet merge`. */
export const merge = async (paths: readonly string[], options: MergeOptions, io: Io): Promise<void> => {
  const output = await openOutputDirectory(options.out)
  try {
    const directory = mergeShards(paths, options.out, options.force === true ? { existing: 'force' } : {})
    try {
      const written = await writeStudy(directory)
      printStudy(options.out, directory, written, { json: options.json === true, computed: 0, tasks: 0 }, io)
    } finally {
      directory.close()
    }
  } finally {
    await output.abandon()
  }
}
