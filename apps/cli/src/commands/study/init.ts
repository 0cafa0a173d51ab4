import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { exampleScenario } from '@isacnet/scenario'
import { documentJson } from '../../documents/document-json.js'
import { failureReason } from '../../files/output-directory.js'
import { openOutputFile } from '../../files/output-file.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'
import { nameFiles } from '../../terminal/narration.js'
import type { InitDocument } from './init-schema.js'

export interface InitOptions {
  readonly force?: boolean
  readonly json?: boolean
}

/** `isacnet init`. */
export const init = (path: string, { force, json }: InitOptions, io: Io): void => {
  if (path === '-') {
    if (json === true) throw new UsageError('--json must be left out with -, which prints the file')
    io.stdout.write(exampleScenario)
    return
  }
  if (force === true) {
    const file = openOutputFile(path, 'the file')
    file.write(exampleScenario)
  } else writeNew(path)
  const document: InitDocument = { file: path }
  if (json === true) io.stdout.write(documentJson(document))
  else nameFiles([path], io)
}

/** Never replaces a file, not even one that appears in this instant. */
const writeNew = (path: string): void => {
  let made = false
  try {
    const file = openSync(path, 'wx')
    made = true
    try {
      writeFileSync(file, exampleScenario)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (made) rmSync(path, { force: true })
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new UsageError(
      exists
        ? `the file must not exist yet, got ‘${path}’: --force replaces it`
        : `the file must be one that can be written, got ‘${path}’: ${failureReason(error)}`,
    )
  }
}
