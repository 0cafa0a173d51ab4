import { writeFile } from 'node:fs/promises'
import { exampleScenario } from '@isacnet/scenario'
import { UsageError } from './exit-code.js'
import type { Io } from './io.js'
import { nameFiles } from './narration.js'
import { failureReason } from './output-directory.js'
import { openOutputFile } from './output-file.js'

export interface InitOptions {
  readonly force?: boolean
  readonly json?: boolean
}

/** `isacnet init`. */
export const init = async (path: string, { force, json }: InitOptions, io: Io): Promise<void> => {
  if (path === '-') {
    if (json === true) throw new UsageError('--json must be left out with -, which prints the file')
    io.stdout.write(exampleScenario)
    return
  }
  if (force === true) {
    const file = await openOutputFile(path, 'the file')
    await file.write(exampleScenario)
  } else await writeNew(path)
  if (json === true) io.stdout.write(`${JSON.stringify({ file: path }, null, 2)}\n`)
  else nameFiles([path], io)
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
