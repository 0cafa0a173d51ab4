import type { AddCommand } from './add-command.js'
import { examples } from './help-text.js'

/** The options and the help of `isacnet init`. */
export const addInitCommand: AddCommand = (program, io) => {
  program
    .command('init')
    .description('Write a commented scenario file to begin with.')
    .argument('[file]', 'its name; - for stdout', 'scenario.yaml')
    .option('--force', 'replace the file if there is one')
    .addHelpText(
      'after',
      examples(
        ['isacnet init', 'writes scenario.yaml'],
        ['isacnet init study.yaml && isacnet check study.yaml', 'what the example asks for'],
      ),
    )
    .action(async (file: string, options: { force?: boolean }) => {
      const { init } = await import('./init.js')
      await init(file, options, io)
    })
}
