import { run } from './run.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early (`| head`): that is no error.
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`isacnet: could not write to stdout: ${error.message}\n`)
  process.exit(1)
})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
})
