import type { Command } from 'commander'
import { isacnetCommit, isacnetVersion } from './documents/build-information.js'
import { UsageError } from './process/exit-code.js'
import type { Io, Verbosity } from './terminal/io.js'
import { narration } from './terminal/narration.js'

/**
 * Adds `--quiet` and `--verbose` to each command of a program.
 *
 * @param io - the streams of the commands; its verbosity is set before a command runs.
 */
export const addVerbosity = (program: Command, io: Io & { verbosity?: Verbosity }): void => {
  for (const command of program.commands)
    command
      .option('-q, --quiet', 'no progress, notices or names of files: results and errors only')
      .option('-v, --verbose', 'say on stderr by which version, why, and how long')
  let begin = 0
  program.hook('preAction', (_program, command) => {
    const { quiet, verbose } = command.opts()
    if (quiet === true && verbose === true) throw new UsageError('--quiet must be left out with --verbose, got both')
    io.verbosity = quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'normal'
    begin = performance.now()
    const commit = isacnetCommit === null ? '' : ` of commit ${isacnetCommit}`
    narration(io).detail(
      `version ${isacnetVersion}${commit}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}`,
    )
  })
  program.hook('postAction', () => {
    const { user, system } = process.cpuUsage()
    narration(io).detail(
      `took ${((performance.now() - begin) / 1000).toFixed(2)} s; ${((user + system) / 1e6).toFixed(2)} s of processor time`,
    )
  })
}
