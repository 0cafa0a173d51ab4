import { dropStages } from '@isacnet/simulation'
import { addSimulationOptions } from '../../flags/simulation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { TopologyCommandOptions } from './topology.js'

/** The options and the help of `isacnet topology`. */
export const topologyCommand: DefineCommand = (command, io) => {
  addSimulationOptions(
    command.option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected),
    ({ drawn }) => drawn,
  )
    .option('--all-requests', 'draw the requests of other cells as well')
    .option('--stage <stage>', `the nulls that count: ${dropStages.join(', ')} (default: abandonment)`)
    .option('--without <numbers>', 'requests of the cell shown that aren’t made, such as 1,4')
    .option('--unit <unit>', 'nats or bits (default: nats)')
    .option('--out <file>', 'the picture, .svg or .png', 'topology.svg')
    .option('--json', 'print the drop as one JSON document as well')
    .addHelpText(
      'after',
      `
Colours are mean rates over the fading, given where everybody is: without nulls, with every request granted, or with those that are. Arrows go from the
base station that is asked to null to where. A base station accepts at most M_t − K requests; of more, a random
excess is abandoned, and interferes.
${examples(
  ['isacnet topology --set K=5 --set L=2', 'clusters of users, in topology.svg'],
  ['isacnet topology --set J=5 --set Q=3 --set Mt=12 --seed 3 --out drop.png', 'where requests are abandoned'],
  ['isacnet topology --stage no-nulling --seed 3', 'the same places before anybody nulls'],
  ['isacnet topology --json | jq .counts', 'for programs'],
)}
${parameterList()}`,
    )
    .action((options: TopologyCommandOptions) =>
      commandRun(io, async (run) => {
        const { drawTopology } = await import('./topology.js')
        await drawTopology(options, run, io)
      }),
    )
}
