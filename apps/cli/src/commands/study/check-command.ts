import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'

/** The options and the help of `isacnet check`. */
export const checkCommand: DefineCommand = (command, io) => {
  command
    .argument('<file>', 'a scenario, YAML or JSON; - for stdin')
    .option('--json', 'one JSON document, with every point, instead of a table')
    .addHelpText(
      'after',
      `
What is wrong is said in one line: file:line:column, the value, what is allowed. Nothing is computed.
${examples(
  ['isacnet init study.yaml', 'a scenario to begin with'],
  ['isacnet check study.yaml', 'what it asks for'],
  ['isacnet check --json study.yaml | jq .cost.seconds', 'for programs'],
  ['isacnet check - < study.yaml', 'from a pipe'],
)}`,
    )
    .action(async (file: string, options: { json?: boolean }) => {
      const { check } = await import('./check.js')
      await check(file, options, io)
    })
}
