import { simulationParameters } from '@isacnet/simulation'
import { addEngineOptions } from '../../flags/engine-options.js'
import { addSimulationOptions } from '../../flags/simulation-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { ValidateOptions } from './validate.js'

/** How base stations stand: theorems are about a Poisson process, of which others are more or less far away. */
const deploymentNames = new Set<string>(
  simulationParameters
    .filter(({ name, drawn, inTheorems }) => (drawn && !inTheorems) || name === 'beyondRegion')
    .map(({ name }) => name),
)

/** The options and the help of `isacnet validate`. */
export const validateCommand: DefineCommand = (command, io) => {
  addEngineOptions(
    addSimulationOptions(
      command.option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected),
      ({ inTheorems, name }) => inTheorems || deploymentNames.has(name),
    )
      .option('--trials <n>', 'end after so many trials, such as 1e6 or 1_000_000')
      .option('--relative-error <share>', 'end when both 95 % intervals are within it (default: 0.2%)')
      .option('--significance <p>', 'probability of rejecting a rate that is true (default: 1e-4)')
      .option('--unit <unit>', 'nats or bits', 'nats')
      .option('--json', 'one JSON document instead of a table'),
  )
    .addHelpText(
      'after',
      `
gain-law samples what the theorems assume: there, an exact rate that is rejected is a defect, and the exit code is 1.
With channel, or with another deployment than a Poisson process, the difference is what the assumptions cost.
${examples(
  ['isacnet validate --set K=5 --set L=2', 'Theorem 1 as printed is rejected, the exact rate isn’t'],
  ['isacnet validate --set Q=3 --sensing-clusters target-centric', 'the other reading of sensing clusters'],
  ['isacnet validate --fidelity channel --set K=5 --set L=2', 'what the theorems’ assumptions cost'],
  [
    'isacnet validate --deployment hexagonal --set K=5',
    'how far a lattice is from them; compare-deployments says more',
  ],
)}
${parameterList()}`,
    )
    .action((options: ValidateOptions) =>
      commandRun(io, async (run) => {
        const { validate } = await import('./validate.js')
        await validate(options, run, io)
      }),
    )
}
