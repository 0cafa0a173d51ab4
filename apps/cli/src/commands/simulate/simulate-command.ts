import { addEngineOptions } from '../../flags/engine-options.js'
import { addSimulationOptions } from '../../flags/simulation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { SimulateOptions } from './simulate.js'

/** The options and the help of `isacnet simulate`. */
export const simulateCommand: DefineCommand = (command, io) => {
  addEngineOptions(
    addSimulationOptions(
      command.option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected),
      undefined,
      { fidelity: 'gain-law; channel with --sites' },
    )
      .option('--trials <n>', 'end after so many trials, such as 1e6 or 1_000_000')
      .option(
        '--relative-error <share>',
        'end when both intervals are within it, such as 0.5% or 0.005 (default: 0.5%)',
      )
      .option('--every-site', 'with --sites: end when the rates of every site are within --relative-error')
      .option('--confidence <share>', 'of the intervals (default: 0.95)')
      .option('--unit <unit>', 'nats or bits (default: nats)')
      .option('--control', 'for channel: exact rates and coverage at the same places as a control variate')
      .option('--coverage', 'show P(SIR > T) for some thresholds T as well')
      .option('--out <file>', 'write the result as JSON, while running as well; --resume goes on from it')
      .option('--resume <file>', 'go on with a result that --out wrote; without --out, it is replaced')
      .option('--json', 'one JSON document instead of a table'),
  )
    .addHelpText(
      'after',
      `
gain-law samples the geometry and takes the gains' laws from the theorems; channel drops whole networks, counts nulling
requests, abandons those that are too many, and builds precoders from channels.
Ctrl-C ends with the result so far; a second one ends at once.
${examples(
  ['isacnet simulate --set K=5 --set L=2', 'both rates within 0.5 %'],
  ['isacnet simulate --fidelity channel --set J=2 --set Q=3 --trials 1e5', 'requests counted and abandoned'],
  ['isacnet simulate --fidelity channel --control --relative-error 0.1%', 'some 7 to 100 times sooner'],
  ['isacnet simulate --relative-error 0.1% --out run.json', 'a long run that nothing can take away'],
  ['isacnet simulate --resume run.json', 'what an interruption left to do'],
  [
    'isacnet simulate --relative-error 0.01% --engine redis --redis redis://host',
    'on the machines that run isacnet worker',
  ],
  ['isacnet simulate --sites sites.csv --set K=5 --relative-error 2% --every-site', 'your own network, site by site'],
  ['isacnet simulate --json | jq .communication.rate', 'for programs'],
)}
${parameterList()}`,
    )
    .action((options: SimulateOptions) =>
      commandRun(io, async (run) => {
        const { simulate } = await import('./simulate.js')
        await simulate(options, run, io)
      }),
    )
}
