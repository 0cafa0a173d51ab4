import { communicationMethods, sensingMethodsForAnySize } from '@isacnet/analysis'
import { alternatives } from '@isacnet/model'
import type { Command } from 'commander'
import { collected } from '../terminal/help-text.js'
import { limitFlags } from './quantity-limits.js'

/** The options of every command that chooses an allocation. */
export const addAllocationOptions = (command: Command): Command => {
  command
    .option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected)
    .option('--max-targets <J>', 'J_max, the same as --set maxTargetsPerCell=J (default: 10)')
    .option('--min-communication-rate <rate>', 'only allocations with R_c ≥ rate, in the unit of --unit')
    .option('--min-sensing-rate <rate>', 'only allocations with R_s ≥ rate, in the unit of --unit')
    .option('--min-communication-cluster-size <L>', 'only allocations with clusters of so many base stations per user')
    .option('--min-sensing-cluster-size <Q>', 'only allocations with clusters of so many base stations per target')
  for (const { flag, form, help } of limitFlags) command.option(`${flag} <${form}>`, help, collected)
  return command
    .option('--communication-method <method>', `${alternatives(communicationMethods)} (default: exact)`)
    .option(
      '--sensing-method <method>',
      `${alternatives([...sensingMethodsForAnySize, 'actual-requests'])} (default: exact)`,
    )
    .option('--sensing-clusters <kind>', 'bs-centric or target-centric (default: bs-centric)')
    .option('--unit <unit>', 'nats or bits', 'nats')
    .option('--json', 'one JSON document instead of a table')
}
