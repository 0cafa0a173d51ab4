import { writeFile } from 'node:fs/promises'
import { exampleScenario } from '@isacnet/scenario'
import { UsageError } from './exit-code.js'
import type { Io } from './io.js'
import { failureReason } from './output-directory.js'
import { openOutputFile } from './output-file.js'

/** `isacnet init`. */
export const init = async (path: string, { force }: { readonly force?: boolean }, io: Io): Promise<void> => {
  if (path === '-') {
    io.stdout.write(exampleScenario)
    return
  }
  if (force === true) {
    const file = await openOutputFile(path, 'the file')
    await file.write(exampleScenario)
  } else await writeNew(path)
  io.stdout.write(`${path}\n`)
}

/** Never replaces a file, not even one that appears in this instant. */
const writeNew = async (path: string): Promise<void> => {
  try {
    await writeFile(path, exampleScenario, { flag: 'wx' })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new UsageError(
      exists
        ? `the file must not exist yet, got ‘${path}’: --force replaces it`
        : `the file must be one that can be written, got ‘${path}’: ${failureReason(error)}`,
    )
  }
}
