import { commandRun } from '../../process/command-run.js'
import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { InitOptions } from './init.js'

/** The options and the help of `isacnet init`. */
export const initCommand: DefineCommand = (command, io) => {
  command
    .argument('[file]', 'its name; - for stdout', 'scenario.yaml')
    .option('--force', 'replace the file if there is one')
    .option('--json', 'the name of the file as a JSON document')
    .addHelpText(
      'after',
      examples(
        ['isacnet init', 'writes scenario.yaml'],
        ['isacnet init study.yaml && isacnet check study.yaml', 'what the example asks for'],
      ),
    )
    .action((file: string, options: InitOptions) =>
      commandRun(io, async () => {
        const { init } = await import('./init.js')
        init(file, options, io)
      }),
    )
}
