import { mergeShards } from '@isacnet/study'
import { openOutputDirectory } from '../../files/output-directory.js'
import type { CommandRun } from '../../process/command-run.js'
import type { Io } from '../../terminal/io.js'
import { narration } from '../../terminal/narration.js'
import { printStudy, writeStudy } from './study-results.js'
import { whenFree } from './when-free.js'

export interface MergeOptions {
  readonly out: string
  readonly force?: boolean
  readonly takeOver?: boolean
  readonly json?: boolean
}

/** `isacnet merge`. */
export const merge = async (
  paths: readonly string[],
  options: MergeOptions,
  run: CommandRun,
  io: Io,
): Promise<void> => {
  await run.checkpoint()
  const output = openOutputDirectory(options.out)
  run.releaseAtEnd(output.abandon)
  const directory = await whenFree(
    () =>
      mergeShards(paths, options.out, {
        takeOver: options.takeOver === true,
        ...(options.force === true ? { existing: 'force' } : {}),
      }),
    run,
    narration(io).say,
  )
  run.releaseAtEnd(directory.close)
  const written = await writeStudy(directory, () =>
    run.checkpoint('interrupted; the shards are joined, but the results not written: the same command writes them'),
  )
  printStudy(options.out, directory, written, { json: options.json === true, computed: 0, tasks: 0 }, io)
}
