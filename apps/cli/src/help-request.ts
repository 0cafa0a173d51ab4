import { permittedName } from '@isacnet/model'
import type { Command } from 'commander'

/**
 * The words of a command line in which `--help evaluate` asks for the help of `evaluate`, as `help evaluate` does.
 *
 * @throws {UnknownNameError} where the help of a command is asked for that there isn't.
 */
export const helpRequest = (argv: readonly string[], { commands }: Command): readonly string[] => {
  const [first = '', name = '-', ...others] = argv
  if (!['help', '--help', '-h'].includes(first) || name.startsWith('-')) return argv
  if (name === 'help') return ['help']
  return [
    'help',
    permittedName(
      'command',
      name,
      commands.map((command) => command.name()),
    ),
    ...others,
  ]
}
