import { addAllocationOptions } from '../../flags/allocation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { RegionOptions } from './region.js'

/** The options and the help of `isacnet region`. */
export const regionCommand: DefineCommand = (command, io) => {
  addAllocationOptions(
    command
      .option('--metric <metric>', 'rate (R_c, R_s) or ase (T_c, T_s) (default: ase)')
      .option(
        '--plane <x,y>',
        'two quantities in its place, such as communication-percentile-rate:5%,sensing-detection',
      )
      .option('--achievable', 'every achievable point as well, in the document and in CSV files')
      .option(
        '--out <file>',
        'the region as a picture (.svg, .png) or as data (.csv, .json); may be repeated',
        collected,
      ),
  )
    .addHelpText(
      'after',
      `
Integers make the achievable set discrete, so four boundaries differ: the Pareto points, which no allocation does better than; their
staircase; their convex hull, which sharing time between any allocations achieves; and the segment between the two corner points,
which sharing time between these two achieves and over which gains are given.
${examples(
  ['isacnet region', 'the paper’s network in the plane of area spectral efficiencies'],
  ['isacnet region --metric rate --max-targets 5 --out region.svg', 'rates per user and target, drawn'],
  ['isacnet region --set Mt=64 --out region.png --out region.csv', 'a picture and its data'],
  [
    'isacnet region --plane communication-percentile-rate:5%,sensing-detection:1e-6',
    'the worst users and the targets found',
  ],
  ['isacnet region --min-sensing-cluster-size 2 --json | jq .gains', 'for programs'],
)}
${parameterList()}`,
    )
    .action((options: RegionOptions) =>
      commandRun(io, async (run) => {
        const { region } = await import('./region.js')
        await region(options, run, io)
      }),
    )
}
