import { claims } from '@isacnet/audit'
import { addEngineOptions } from '../../flags/engine-options.js'
import { commandRun } from '../../process/command-run.js'
import { examples, firstToLast } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { AuditCommandOptions } from './audit.js'

/** The options and the help of `isacnet audit`. */
export const auditCommand: DefineCommand = (command, io) => {
  command
    .argument('[claims...]', `${firstToLast(claims)} (default: all)`)
    .option('--out <directory>', 'where the audit and maps of the theorems’ errors are written')
    .option('--trials <n>', 'of a simulation, at least (default: 20000)')
    .option('--seed <seed>', 'an integer, or any other string (default: 1)')
  addEngineOptions(command)
    .option('--json', 'one JSON document instead of a table')
    .addHelpText(
      'after',
      `
A verdict follows from numbers: each statement has a deviation and two thresholds, which the document gives with their reasons.
With --out, what was simulated is kept, and a run that was interrupted goes on.
${examples(
  ['isacnet audit', 'all claims'],
  ['isacnet audit C3 C11', 'two of them'],
  ['isacnet audit --out audit', 'with every reading, check and number, as Markdown, CSV and JSON'],
  ["isacnet audit --json | jq '.claims[] | {id, verdict}'", 'for programs'],
)}`,
    )
    .action((names: string[], options: AuditCommandOptions) =>
      commandRun(io, async (run) => {
        const { audit } = await import('./audit.js')
        await audit(names, options, run, io)
      }),
    )
}
