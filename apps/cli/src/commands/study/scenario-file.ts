import { createReadStream, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { type ResolvedStudy, resolveScenario, type ScenarioOptions } from '@isacnet/scenario'
import { failureReason } from '../../files/output-directory.js'
import { UsageError } from '../../process/exit-code.js'
import type { Io } from '../../terminal/io.js'

/** The most that is read, in bytes: a file may never end, and a scenario is smaller. */
const mostBytes = 1_000_000

export interface ScenarioFile {
  /** As errors and manifests call it. */
  readonly name: string
  readonly text: string
  readonly study: ResolvedStudy
}

/**
 * The study of a scenario file, or of stdin for `-`.
 *
 * @param overrides - in place of what the file says.
 * @throws {UsageError} for a file that can't be read.
 * @throws {ScenarioError} for one that isn't a scenario.
 */
export const readScenarioFile = async (
  path: string,
  io: Io,
  overrides: Omit<ScenarioOptions, 'fileName'> = {},
): Promise<ScenarioFile> => {
  const name = path === '-' ? 'stdin' : path
  const text = await readText(path, io)
  const folder = path === '-' ? '.' : dirname(path)
  const readFile = (named: string): string => fileContent(named, join(folder, named))
  return { name, text, study: await resolveScenario(text, { fileName: name, readFile, ...overrides }) }
}

/** A file that the scenario names, relative to its own folder. */
const fileContent = (named: string, path: string): string => {
  try {
    return readFileSync(isAbsolute(named) ? named : path, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(
      `‘${named}’ must be a file that can be read: ${missing ? 'there is none' : failureReason(error)}`,
    )
  }
}

const readText = async (path: string, { stdin }: Io): Promise<string> => {
  const refused = (reason: string) =>
    new UsageError(
      `the scenario must be a file that can be read, or - for stdin, got ${path === '' ? 'an empty value' : `‘${path}’`}${reason === '' ? '' : `: ${reason}`}`,
    )
  if (path === '') throw refused('')
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    const source = path === '-' ? stdin : createReadStream(path)
    for await (const chunk of source ?? []) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      chunks.push(part)
      bytes += part.length
      if (bytes > mostBytes) throw refused(`a scenario has at most ${mostBytes} bytes`)
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw refused(missing ? 'there is no file of that name' : failureReason(error))
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw refused('it is not valid UTF-8')
  }
}
