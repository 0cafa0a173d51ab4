import type { Io, Output } from './io.js'

/** Bold on a terminal that wants it: not in a pipe, and not with NO_COLOR (no-color.org) or TERM=dumb. */
export const bold = (text: string, output: Output, { env }: Io): string =>
  output.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb' ? `\u001b[1m${text}\u001b[22m` : text
