import { addAllocationOptions } from '../../flags/allocation-options.js'
import { addEngineOptions } from '../../flags/engine-options.js'
import { quantityObjectives } from '../../flags/quantity-objectives.js'
import { addSiteOptions } from '../../flags/site-options.js'
import { commandRun } from '../../process/command-run.js'
import { examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { OptimizeOptions } from './optimize.js'

/** The options and the help of `isacnet optimize`. */
export const optimizeCommand: DefineCommand = (command, io) => {
  const allocation = addAllocationOptions(
    command
      .option(
        '--objective <objective>',
        'communication (T_c), sensing (T_s), sum (ρT_c + (1−ρ)T_s), or a quantity such as communication-percentile-rate:5%',
        'sum',
      )
      .option('--rho <share>', 'ρ, the weight of communication in the sum (default: 0.5)')
      .option('--runners-up <n>', 'how many of the next lower values are shown (default: 5)')
      .option(
        '--confirm',
        'simulate the optimum and its runners-up at channel fidelity, and say by how much they differ',
      )
      .option('--trials <n>', 'with --confirm, of each simulation (default: 50000)')
      .option('--seed <seed>', 'with --confirm or --sites, an integer (default: 1)'),
  )
  addEngineOptions(addSiteOptions(allocation))
    .addHelpText(
      'after',
      `
Every allocation with K·L + J·(Q−1) ≤ M_t and J ≤ J_max is either examined, or ruled out by a bound that is proved: R_c grows
with the degrees of freedom left, R_s with Q, and so do coverage, percentiles and detection. Errors are made small.
With both methods actual-requests, every allocation with K ≤ M_t, L, Q ≤ 8 and at most twice as many requests on average as a base
station can grant is evaluated; none is infeasible.
Quantities: ${quantityObjectives.join(', ')}.
${examples(
  ['isacnet optimize --set Mt=64', 'the largest ½T_c + ½T_s'],
  [
    'isacnet optimize --objective communication --min-sensing-rate 3 --unit bits',
    'R_s ≥ 3 bit/s/Hz, then the most T_c',
  ],
  ['isacnet optimize --objective sensing --max-targets 5', 'the most T_s with at most 5 targets'],
  ['isacnet optimize --sensing-method theorem-3', 'what the paper’s theorem would recommend'],
  ['isacnet optimize --objective communication-percentile-ase:5%', 'the most for the worst users of a km²'],
  ['isacnet optimize --min-coverage 0dB:0.9 --min-detection 1e-6:0.3', 'nobody is left out, targets are found'],
  [
    'isacnet optimize --communication-method actual-requests --sensing-method actual-requests --objective sensing --confirm',
    'the best for the requests as they come, beyond the limit, held against simulation',
  ],
  ['isacnet optimize --sites sites.csv --objective communication', 'the best allocation for your own network'],
  ['isacnet optimize --json | jq .allocation', 'for programs'],
)}
${parameterList()}`,
    )
    .action((options: OptimizeOptions) =>
      commandRun(io, async (run) => {
        const { optimize } = await import('./optimize.js')
        await optimize(options, run, io)
      }),
    )
}
