import { run } from './run.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A stop signal ends the command, which may have lost its terminal.
  if (Number(process.exitCode ?? 0) > 128) return
  // The reader of a pipe may leave early (`| head`): that is no error.
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`isacnet: could not write to stdout: ${error.message}\n`)
  process.exit(1)
})
// There is nobody left to tell.
process.stderr.on('error', () => {})

const exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  exit: (code) => process.exit(code),
})
process.exitCode = exitCode
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve())
  })
await Promise.all([written(process.stdout), written(process.stderr)])
// While Node takes itself apart, a signal would undo the exit code.
process.exit(exitCode)
