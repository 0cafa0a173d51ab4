import { addEngineOptions } from '../../flags/engine-options.js'
import { commandRun } from '../../process/command-run.js'
import { collected, examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { SweepOptions } from './sweep.js'

/** The options and the help of `isacnet sweep`. */
export const sweepCommand: DefineCommand = (command, io) => {
  command
    .argument('<file>', 'a scenario, YAML or JSON')
    .option('--out <dir>', 'where results and the journal go (default: the file’s name with -results)')
    .option('--resume', 'go on, and take from another study in the directory what is unchanged')
    .option('--force', 'begin anew, whatever the directory has')
    .option('--take-over', 'take the directory from a run on another machine that has ended without giving it back')
    .option('--cache <dir>', 'results that studies in different directories share')
    .option('--shard <i/n>', 'only part i of n; isacnet merge makes one study of all parts')
    .option('--set <name=value>', 'a parameter in place of the file’s; may be repeated', collected)
    .option('--seed <seed>', 'in place of the file’s: an integer, or any other string')
  addEngineOptions(command)
    .option('--json', 'one JSON document instead of text')
    .addHelpText(
      'after',
      `
The same study in the same directory goes on where it was, however it ended. Ctrl-C ends it; what is there is kept.
${examples(
  ['isacnet sweep study.yaml', 'all points, into study-results'],
  ['isacnet sweep study.yaml --set alpha=3.5 --out steep', 'another network'],
  ['isacnet sweep study.yaml --resume --verbose', 'after a change of the file: only what it changes'],
  ['isacnet sweep study.yaml --shard 2/8 --out shards/2', 'an eighth of the points'],
)}`,
    )
    .action((file: string, options: SweepOptions) =>
      commandRun(io, async (run) => {
        const { sweep } = await import('./sweep.js')
        await sweep(file, options, run, io)
      }),
    )
}
