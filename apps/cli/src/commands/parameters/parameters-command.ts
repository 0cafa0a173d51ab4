import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'

/** The options and the help of `isacnet parameters`. */
export const parametersCommand: DefineCommand = (command, io) => {
  command
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
