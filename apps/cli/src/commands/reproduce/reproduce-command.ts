import { figures } from '@isacnet/figures'
import { addEngineOptions } from '../../flags/engine-options.js'
import { commandRun } from '../../process/command-run.js'
import { examples, firstToLast } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { ReproduceOptions } from './reproduce.js'

const optimumFigureIds = figures.filter((figure) => 'compute' in figure && figure.number !== null).map(({ id }) => id)

/** The options and the help of `isacnet reproduce`. */
export const reproduceCommand: DefineCommand = (command, io) => {
  command
    .argument('<figures...>', `${firstToLast(figures)}, or all`)
    .option('--out <directory>', 'where files are written; files of the same names are replaced', 'isacnet-figures')
    .option('--format <formats>', 'svg, png, csv, json, pgfplots, separated by commas', 'svg,png,csv')
    .option('--unit <unit>', 'nats or bits', 'nats')
    .option(
      '--method <method>',
      `of optima (${optimumFigureIds.join(', ')}): exact, paper for its theorems, or actual-requests for the network as it is (default: exact)`,
    )
    .option('--fidelity <fidelity>', 'of the marks: gain-law, channel, or none for no marks (default: gain-law)')
    .option('--trials <n>', 'of each mark (default: 20000)')
    .option('--seed <seed>', 'of the marks: an integer, or any other string (default: 1)')
  addEngineOptions(command)
    .option('--json', 'one JSON document, the manifests of all figures, instead of the names of the files')
    .addHelpText(
      'after',
      `
Every figure comes with a manifest: parameters, version, commit, unit and the SHA-256 of its files.
The names of the files are printed. What was simulated is kept in the directory (.isacnet-simulations): a run that was interrupted goes on. PGFPlots files (.tex) compile on their own.
${examples(
  ['isacnet reproduce fig5', 'SVG, PNG and CSV in ./isacnet-figures'],
  ['isacnet reproduce all --out figures', 'all figures'],
  ['isacnet reproduce fig4 --fidelity channel', 'marks of whole networks, with requests counted and abandoned'],
  ['isacnet reproduce fig4 fig5 --format pgfplots --unit bits', 'for a LaTeX paper'],
)}`,
    )
    .action((figures: string[], options: ReproduceOptions) =>
      commandRun(io, async (run) => {
        const { reproduce } = await import('./reproduce.js')
        await reproduce(figures, options, run, io)
      }),
    )
}
