import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { alternatives } from '@isacnet/model'
import { addEngineOptions } from '../../flags/engine-options.js'
import { addSimulationOptions } from '../../flags/simulation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { DistributionOptions } from './distribution.js'

/** The options and the help of `isacnet distribution`. */
export const distributionCommand: DefineCommand = (command, io) => {
  addEngineOptions(
    addSimulationOptions(
      command
        .option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected)
        .option('--service <name>', 'communication, sensing or both (default: both)')
        .option('--thresholds <dB>', 'of the SIR: -10,0,10 or from:to:step (default: -20:40:5)')
        .option('--percentiles <%>', 'p % of the receivers don’t reach these values (default: 1,5,10,50,90)')
        .option('--false-alarm <P>', 'probabilities for the detection of targets (default: 1e-6)')
        .option('--meta-thresholds <dB>', 'thresholds for the moments of the meta distribution')
        .option('--communication-method <method>', `${alternatives(communicationMethods)} (default: exact)`)
        .option('--sensing-method <method>', `${alternatives(sensingMethods)} (default: exact)`)
        .option('--simulate', 'the same by Monte Carlo, with intervals'),
      ({ name }) => name !== 'quantities',
    )
      .option('--trials <n>', 'with --simulate: end after so many trials, such as 1e6 or 1_000_000')
      .option(
        '--relative-error <share>',
        'with --simulate: end when both rates’ intervals are within it (default: 0.5%)',
      )
      .option('--confidence <share>', 'of the intervals (default: 0.95)')
      .option('--unit <unit>', 'nats or bits', 'nats')
      .option(
        '--out <file>',
        'the curves as a picture (.svg, .png, .tex) or the numbers (.csv, .json); may be repeated',
        collected,
      )
      .option('--json', 'one JSON document instead of tables'),
  )
    .addHelpText(
      'after',
      `
Coverage is P(SIR > θ): the share of users, or targets, whose signal-to-interference ratio exceeds a threshold. A percentile p is the
value that p % of them don’t reach: P(SIR ≤ s) = p %.
${examples(
  ['isacnet distribution --set K=5', 'who is served how well'],
  [
    'isacnet distribution --set K=5 --set L=2 --service communication --percentiles 1,5',
    'the worst users, with nulling',
  ],
  ['isacnet distribution --thresholds -10,0,10 --simulate --out ccdf.png', 'theorem and simulation, drawn'],
  [
    'isacnet distribution --service sensing --false-alarm 1e-4,1e-6 --set rmsBandwidth=20e6',
    'detection, angle and range',
  ],
  ['isacnet distribution --meta-thresholds 0,10 --json | jq .communication.meta', 'reliability, for programs'],
)}
${parameterList()}`,
    )
    .action((options: DistributionOptions) =>
      commandRun(io, async (run) => {
        const { distribution } = await import('./distribution.js')
        await distribution(options, run, io)
      }),
    )
}
