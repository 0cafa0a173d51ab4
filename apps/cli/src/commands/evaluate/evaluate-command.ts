import { communicationMethods, sensingMethods } from '@isacnet/analysis'
import { alternatives, assumptionNames } from '@isacnet/model'
import { quantityFlag } from '../../flags/quantity-flag.js'
import { collected, examples, parameterList } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { EvaluateOptions } from './evaluate.js'

/** The options and the help of `isacnet evaluate`. */
export const evaluateCommand: DefineCommand = (command, io) => {
  command
    .option('--set <name=value>', 'change a parameter of the paper’s network; may be repeated', collected)
    .option('--communication-method <method>', `${alternatives(communicationMethods)} (default: exact)`)
    .option('--sensing-method <method>', `${alternatives(sensingMethods)} (default: exact)`)
    .option('--sensing-clusters <kind>', 'bs-centric or target-centric (default: bs-centric)')
    .option(
      '--assumptions <names>',
      `of actual-requests, those of the mean-request theorems to take over: ${assumptionNames.join(', ')}, separated by commas; implies that method`,
    )
    .option(quantityFlag.flags, quantityFlag.help)
    .option('--unit <unit>', 'nats or bits', 'nats')
    .option('--compare', 'every method side by side, with its deviation from the exact one')
    .option('--no-actual-requests', 'leave out the rates with actual requests beside the exact ones: ten times faster')
    .option('--json', 'one JSON document instead of a table')
    .addHelpText(
      'after',
      `${examples(
        ['isacnet evaluate --set K=5 --set L=2', 'five users, two base stations per cluster'],
        ['isacnet evaluate --set transmitAntennas=64 --unit bits', 'code names work as well as symbols'],
        ['isacnet evaluate --set J=2 --set Q=3 --compare', 'how far the approximations are off'],
        ['isacnet evaluate --set K=5 --quantities coverage:0dB,percentile-rate:5%', 'who is served badly'],
        ['isacnet evaluate --set K=5 --set lambda_u=2', 'users as a Poisson process, two for each base station'],
        ['isacnet evaluate --set K=5 --set L=4 --assumptions no-abandonment', 'what giving up requests costs'],
        ['isacnet evaluate --json | jq .sumAse', 'for programs'],
      )}\n${parameterList()}`,
    )
    .action(async (options: EvaluateOptions) => {
      const { evaluate } = await import('./evaluate.js')
      evaluate(options, io)
    })
}
