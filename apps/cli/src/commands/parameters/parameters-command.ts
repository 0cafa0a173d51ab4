import { examples } from '../../terminal/help-text.js'
import type { AddCommand } from '../add-command.js'

/** The options and the help of `isacnet parameters`. */
export const addParametersCommand: AddCommand = (program, io) => {
  program
    .command('parameters')
    .description('List the parameters: names, permitted values, defaults, meaning.')
    .option('--json', 'one JSON document instead of a table')
    .addHelpText(
      'after',
      examples(['isacnet parameters', 'a table'], ["isacnet parameters --json | jq '.[].name'", 'for programs']),
    )
    .action(async (options: { json?: boolean }) => {
      const { parameters } = await import('./parameters.js')
      parameters(options, io)
    })
}
