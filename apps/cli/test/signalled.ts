import { type Ended, end, start } from './source-process.js'

/**
 * Runs the command line in a process that gets signals at an event of its own, in which nobody has to win a race.
 *
 * @param signals - such as `SIGINT`, or `SIGINT SIGTERM`, one right after the other.
 * @param event - a pattern of what the process does, such as `openSync .*study\.lock`: see `signal-at-event.mjs`.
 * @param options.occurrence - at which of its occurrences, default 1.
 */
export const signalled = (
  argv: readonly string[],
  signals: string,
  event: string,
  { occurrence = 1, env = process.env }: { readonly occurrence?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> =>
  end(
    start(argv, {
      preload: './signal-at-event.mjs',
      env: {
        ...env,
        ISACNET_TEST_SIGNALS: signals,
        ISACNET_TEST_EVENT: event,
        ISACNET_TEST_OCCURRENCE: `${occurrence}`,
      },
    }),
  )
