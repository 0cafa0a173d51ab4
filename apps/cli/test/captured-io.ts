import { run } from '../src/run.js'
import type { Io } from '../src/terminal/io.js'

export interface Captured {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process and keeps what it writes. */
export const capture = async (
  argv: readonly string[],
  { isTTY = false, env = {}, stdin }: { isTTY?: boolean; env?: Io['env']; stdin?: string } = {},
): Promise<Captured> => {
  let stdout = ''
  let stderr = ''
  const exitCode = await run(argv, {
    stdout: {
      write: (text) => {
        stdout += text
      },
      isTTY,
    },
    stderr: {
      write: (text) => {
        stderr += text
      },
      isTTY,
    },
    env,
    ...(stdin === undefined ? {} : { stdin: piped(stdin) }),
  })
  return { exitCode, stdout, stderr }
}

async function* piped(text: string): AsyncGenerator<string> {
  yield text
}
