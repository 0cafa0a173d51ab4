import { commandRun } from '../../process/command-run.js'
import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'

/** The help of `isacnet batch`. */
export const batchCommand: DefineCommand = (command, io, _, programs) => {
  command
    .addHelpText(
      'after',
      `
Each line of stdin is a JSON object: "command", its options as members, "set" as an object, "arguments" as a list, and an "id" of your own, if
you like. Each line of stdout is the answer to one line of stdin, in the same order: "ok", and either "result", the document that the command
prints with --json, or "error". A line that can't be answered doesn't end the others.
${examples(
  [`echo '{"command": "evaluate", "set": {"K": 5}}' | isacnet batch`, 'one network'],
  ['isacnet batch < networks.jsonl > rates.jsonl', 'many, in one process'],
)}`,
    )
    .action(() =>
      commandRun(io, async (run) => {
        const { batch } = await import('./batch.js')
        await batch(run, io, programs)
      }),
    )
}
