import { Command } from 'commander'
import { commandRows } from './command-rows.js'
import { isacnetVersion } from './documents/build-information.js'
import { plainAssignments } from './flags/plain-assignments.js'
import { examples } from './terminal/help-text.js'
import type { Io } from './terminal/io.js'
import { addVerbosity } from './verbosity.js'

const exitCodeList = `
Exit codes: 0 fine, 1 failed at run time, 2 invalid input; 130, 143 and 129 when SIGINT (Ctrl-C), SIGTERM or SIGHUP ended it.`

/** Lines that are longer are hard to read; and so what the build wrote down fits every terminal that isn't narrower. */
const widestHelp = 100

const helpWidth = (columns = widestHelp): number => Math.min(columns, widestHelp)

const commandNames = commandRows.map(({ usage }) => usage.split(' ')[0]!)

/**
 * The command line. The commands that `argv` names have their options and their help, which may need tables of the packages; the others
 * are there by name, so that `--help` and `--version` load nothing. `complete` needs all of them.
 */
export const buildProgram = async (argv: readonly string[], io: Io): Promise<Command> => {
  const program = new Command('isacnet')
    .description('What a cooperative integrated sensing and communication network achieves.')
    .version(isacnetVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // `run` writes the one line that an error is worth.
      outputError: () => {},
      getOutHelpWidth: () => helpWidth(io.stdout.columns),
      getErrHelpWidth: () => helpWidth(io.stderr.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  program.addHelpText(
    'after',
    `${examples(
      ['isacnet evaluate --set K=5 --set L=2', 'rates and ASE of one network'],
      ['isacnet evaluate --set K=5 --set L=2 --compare', 'every method beside the exact one'],
      ['isacnet simulate --set K=5 --set L=2', 'the same by Monte Carlo'],
      ['isacnet validate --set K=5 --set L=2', 'every method against Monte Carlo'],
      ['isacnet optimize --set Mt=64', 'the best allocation of the antennas'],
      ['isacnet region --out region.svg', 'what all allocations achieve, drawn'],
      ['isacnet init study.yaml', 'a study as a file, to be changed and checked'],
      ['isacnet reproduce fig5 --format svg,csv', 'a figure of the paper, drawn and as data'],
      ['isacnet audit', 'which of the paper’s claims hold'],
      ['isacnet parameters', 'what can be set'],
    )}\n${exitCodeList}`,
  )

  const commandIo = { ...io }
  const all = argv.includes('complete')
  for (const { usage, description, load } of commandRows) {
    const [name = ''] = usage.split(' ')
    const asked = all || argv.includes(name)
    const command = program.command(asked ? name : usage).description(description)
    if (asked) (await load())(command, commandIo, argv, { names: commandNames, build: buildProgram })
  }
  addVerbosity(program, commandIo)
  program.hook('preAction', async (_, command) => {
    const { set } = command.opts<{ readonly set?: readonly string[] }>()
    if (set !== undefined) command.setOptionValue('set', await plainAssignments(set))
  })
  return program
}
