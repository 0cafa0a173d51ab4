import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { DiffOptions } from './diff.js'

/** The options and the help of `isacnet diff`. */
export const diffCommand: DefineCommand = (command, io) => {
  command
    .argument('<a>', 'the directory of a study’s results')
    .argument('<b>', 'another')
    .option('--significance <p>', 'probability of calling any value changed if none is (default: 0.01)')
    .option('--json', 'one JSON document instead of text')
    .addHelpText(
      'after',
      `
The exit code is 0 if no value has changed, 1 if one has.
${examples(['isacnet diff before after', 'values, configuration, versions, seed'], ['isacnet diff a b --json | jq .changed', 'for programs'])}`,
    )
    .action(async (a: string, b: string, options: DiffOptions) => {
      const { diff } = await import('./diff.js')
      await diff(a, b, options, io)
    })
}
