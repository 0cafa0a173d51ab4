import { commandRun } from '../../process/command-run.js'
import { examples } from '../../terminal/help-text.js'
import type { DefineCommand } from '../define-command.js'
import type { WorkerOptions } from './worker.js'

/** The options and the help of `isacnet worker`. */
export const workerCommand: DefineCommand = (command, io) => {
  command
    .option('--redis <url>', 'redis://[[user]:password@]host[:port][/database] (default: $ISACNET_REDIS_URL)')
    .option('--queue <name>', 'which queue of the Redis (default: default)')
    .option('--threads <n>', 'that compute (default: what the machine can run at once)')
    .addHelpText(
      'after',
      `
Start one on each machine, then elsewhere isacnet simulate --engine redis. Studies of another version are refused.
SIGTERM, SIGINT and SIGHUP finish the blocks that it has; the exit code is 143, 130 or 129. What a worker that is killed had
is done by others.
${examples(
  ['isacnet worker --redis redis://queue.example.org', 'as many threads as the machine can run at once'],
  [
    'ISACNET_REDIS_URL=rediss://:password@queue.example.org isacnet worker',
    'a password that no list of processes shows',
  ],
  ['isacnet worker --redis redis://localhost --queue mine --threads 2', 'two threads, for the studies of one queue'],
)}`,
    )
    .action((options: WorkerOptions) =>
      commandRun(io, async (run) => {
        const { worker } = await import('./worker.js')
        await worker(options, run, io)
      }),
    )
}
