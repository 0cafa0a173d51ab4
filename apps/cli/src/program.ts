import { Command } from 'commander'
import type { AddCommand } from './commands/add-command.js'
import { addAuditCommand } from './commands/audit/audit-command.js'
import { addCompleteCommand } from './commands/complete/complete-command.js'
import { addEvaluateCommand } from './commands/evaluate/evaluate-command.js'
import { addOptimizeCommand } from './commands/optimize/optimize-command.js'
import { addParametersCommand } from './commands/parameters/parameters-command.js'
import { addRegionCommand } from './commands/region/region-command.js'
import { addReproduceCommand } from './commands/reproduce/reproduce-command.js'
import { addSimulateCommand } from './commands/simulate/simulate-command.js'
import { addCheckCommand } from './commands/study/check-command.js'
import { addDiffCommand } from './commands/study/diff-command.js'
import { addInitCommand } from './commands/study/init-command.js'
import { addMergeCommand } from './commands/study/merge-command.js'
import { addSweepCommand } from './commands/study/sweep-command.js'
import { addTopologyCommand } from './commands/topology/topology-command.js'
import { addValidateCommand } from './commands/validate/validate-command.js'
import { addWorkerCommand } from './commands/worker/worker-command.js'
import { isacnetVersion } from './documents/build-information.js'
import { examples } from './terminal/help-text.js'
import type { Io } from './terminal/io.js'
import { addVerbosity } from './verbosity.js'

/** In the order of the help. */
const commands: readonly AddCommand[] = [
  addEvaluateCommand,
  addSimulateCommand,
  addValidateCommand,
  addTopologyCommand,
  addOptimizeCommand,
  addRegionCommand,
  addSweepCommand,
  addMergeCommand,
  addDiffCommand,
  addInitCommand,
  addCheckCommand,
  addReproduceCommand,
  addAuditCommand,
  addWorkerCommand,
  addParametersCommand,
  addCompleteCommand,
]

const exitCodeList = `
Exit codes: 0 fine, 1 failed at run time, 2 invalid input; 130, 143 and 129 when SIGINT (Ctrl-C), SIGTERM or SIGHUP ended it.`

/** Lines that are longer are hard to read; and so what the build wrote down fits every terminal that isn't narrower. */
const widestHelp = 100

const helpWidth = (columns = widestHelp): number => Math.min(columns, widestHelp)

/**
 * The command line. What a command does is imported when it runs, so that `--help` and `--version` load none of it.
 */
export const buildProgram = (argv: readonly string[], io: Io): Command => {
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
  for (const addCommand of commands) addCommand(program, commandIo, argv)
  addVerbosity(program, commandIo)
  return program
}
