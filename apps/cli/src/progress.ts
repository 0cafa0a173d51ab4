import type { Io } from './io.js'

/** One line on a terminal's stderr that is rewritten; nothing elsewhere. */
export interface Progress {
  readonly show: (text: string) => void
  readonly clear: () => void
}

export const progressLine = ({ stderr, env }: Io): Progress => {
  if (stderr.isTTY !== true || env.TERM === 'dumb') return { show: () => {}, clear: () => {} }
  return {
    // A line that wraps could not be rewritten.
    show: (text) => stderr.write(`\r\u001b[K${[...text].slice(0, (stderr.columns ?? 80) - 1).join('')}`),
    clear: () => stderr.write('\r\u001b[K'),
  }
}
