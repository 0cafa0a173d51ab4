import type { Io } from './io.js'

/** A command's messages on stderr beside errors. */
export interface Narration {
  /** Rewrites the one line of progress on a terminal; nothing elsewhere. */
  readonly show: (text: string) => void
  /** Removes the line of progress. */
  readonly clear: () => void
  /** A notice, unless `--quiet` is given. */
  readonly say: (line: string) => void
  /** A detail, if `--verbose` is given. */
  readonly detail: (line: string) => void
}

export const narration = ({ stderr, env, verbosity }: Io): Narration => {
  const rewritable = stderr.isTTY === true && env.TERM !== 'dumb' && verbosity !== 'quiet'
  const clear = (): void => {
    if (rewritable) stderr.write('\r\u001b[K')
  }
  const say = (line: string): void => {
    clear()
    if (verbosity !== 'quiet') stderr.write(`isacnet: ${line}\n`)
  }
  return {
    // A line that wraps could not be rewritten.
    show: (text) => {
      if (rewritable) stderr.write(`\r\u001b[K${[...text].slice(0, (stderr.columns ?? 80) - 1).join('')}`)
    },
    clear,
    say,
    detail: (line) => {
      if (verbosity === 'verbose') say(line)
    },
  }
}

/** Names files that were written, one a line, unless `--quiet` is given. */
export const nameFiles = (paths: readonly string[], { stdout, verbosity }: Io): void => {
  if (verbosity !== 'quiet') stdout.write(paths.map((path) => `${path}\n`).join(''))
}
