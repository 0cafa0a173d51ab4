import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'

/** The options and the help of `isacnet complete`. */
export const completeCommand: DefineCommand = (command, io, argv) => {
  command
    .argument('[shell]', 'bash, zsh, fish or powershell')
    .allowExcessArguments()
    .addHelpText(
      'after',
      examples(
        ['source <(isacnet complete bash)', 'this session; put it in ~/.bashrc to keep it'],
        ['source <(isacnet complete zsh)', 'the same for ~/.zshrc, after compinit'],
        ['isacnet complete fish > ~/.config/fish/completions/isacnet.fish', ''],
      ),
    )
    .action(async () => {
      const { complete } = await import('./complete.js')
      await complete(argv.slice(argv.indexOf('complete') + 1), command.parent!, io)
    })
}
