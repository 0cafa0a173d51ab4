import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { alternatives } from '@isacnet/model'
import { addEngineOptions } from '../../flags/engine-options.js'
import { addSimulationOptions } from '../../flags/simulation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { CompareDeploymentsOptions } from './compare-deployments.js'

/** The options and the help of `isacnet compare-deployments`. */
export const compareDeploymentsCommand: DefineCommand = (command, io) => {
  addEngineOptions(
    addSimulationOptions(
      command
        .option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected)
        .option('--communication-method <method>', `${alternatives(communicationMethods)} (default: exact)`)
        .option('--sensing-method <method>', `${alternatives(sensingMethods)} (default: exact)`),
      ({ name }) => name !== 'quantities' && name !== 'typical',
    )
      .option('--trials <n>', 'end after so many trials, such as 1e6 or 1_000_000')
      .option('--relative-error <share>', 'end when both rates’ intervals are within it (default: 0.5%)')
      .option('--confidence <share>', 'of the intervals (default: 0.95)')
      .option('--unit <unit>', 'nats or bits', 'nats')
      .option(
        '--out <file>',
        'the coverage curves as a picture (.svg, .png) or numbers (.csv, .json); may be repeated',
        collected,
      )
      .option('--json', 'one JSON document instead of tables'),
  )
    .addHelpText(
      'after',
      `
The theorems are about a Poisson process of base stations. This holds them against another deployment of the same density: by how many
decibels the SIR is better there at the same coverage, and whether one such gap explains the whole curve.
${examples(
  ['isacnet compare-deployments --deployment hexagonal --set K=5', 'a lattice, as textbooks have it'],
  ['isacnet compare-deployments --hard-core-distance 0.4 --out gap.png', 'base stations that keep apart'],
  ['isacnet compare-deployments --sites sites.csv --set K=5 --set L=2', 'your own network'],
  [
    'isacnet compare-deployments --sites sites.csv --fidelity channel --communication-method actual-requests --sensing-method actual-requests --set J=5 --set Q=4',
    'with requests that are abandoned',
  ],
)}
${parameterList()}`,
    )
    .action((options: CompareDeploymentsOptions) =>
      commandRun(io, async (run) => {
        const { compareDeployments } = await import('./compare-deployments.js')
        await compareDeployments(options, run, io)
      }),
    )
}
