import { buildProgram } from '../src/program.js'
import { run } from '../src/run.js'

/** The text of `isacnet help`. That of all and of each command is printed as a list of pairs in JSON; the site's reference is made of it. */
const help = async (...names: readonly string[]): Promise<string> => {
  let text = ''
  const output = {
    write: (part: string) => {
      text += part
    },
  }
  const exitCode = await run(['help', ...names], { stdout: output, stderr: output, env: {} })
  if (exitCode !== 0) throw new Error(`isacnet help ${names.join(' ')} ended with ${exitCode}: ${text}`)
  return text
}

const { commands } = await buildProgram([], { stdout: process.stdout, stderr: process.stderr, env: {} })
const helps = [['', await help()]]
for (const command of commands) helps.push([command.name(), await help(command.name())])
process.stdout.write(`${JSON.stringify(helps)}\n`)
