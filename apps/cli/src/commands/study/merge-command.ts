import { commandRun } from '../../process/command-run.js'
import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { MergeOptions } from './merge.js'

/** The options and the help of `isacnet merge`. */
export const mergeCommand: DefineCommand = (command, io) => {
  command
    .argument('<dirs...>', 'the directories of all shards')
    .requiredOption('--out <dir>', 'where the results go')
    .option('--force', 'begin anew, whatever the directory has')
    .option('--take-over', 'take the directory from a run on another machine that has ended without giving it back')
    .option('--json', 'one JSON document instead of text')
    .addHelpText('after', examples(['isacnet merge shards/* --out results', 'after isacnet sweep --shard 1/8 … 8/8']))
    .action((paths: string[], options: MergeOptions) =>
      commandRun(io, async (run) => {
        const { merge } = await import('./merge.js')
        await merge(paths, options, run, io)
      }),
    )
}
