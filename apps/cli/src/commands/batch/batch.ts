import type { Command } from 'commander'
import { errorJson } from '../../documents/error-document.js'
import type { CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import { failureOf } from '../../process/failure.js'
import type { Io } from '../../terminal/io.js'
import type { Programs } from '../define-command.js'
import { type BatchRequest, batchRequest, commandLine } from './batch-request.js'
import type { BatchAnswer } from './batch-schema.js'
import { linesOf, longestLine } from './json-lines.js'

/**
 * `isacnet batch`: answers each line of stdin by one line of stdout, in order, all in one process. A command that a signal has ended ends the
 * batch.
 */
export const batch = async (run: CommandRun, io: Io, programs: Programs): Promise<void> => {
  if (io.stdin === undefined) throw new UsageError('batch must have JSON lines on stdin, got none')
  const answer = answering(io, programs)
  for await (const { number, text } of until(run.signal, linesOf(io.stdin))) {
    io.stdout.write(`${JSON.stringify(await answer(number, text))}\n`)
    await run.checkpoint(interrupted)
  }
  await run.checkpoint(interrupted)
}

const interrupted = 'interrupted; the lines that are printed are answered'

/** Items until there are no more, or a signal is aborted while the next one is waited for. */
async function* until<Item>(signal: AbortSignal, source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  for (;;) {
    const next = await Promise.race([source.next(), aborted])
    if (next === undefined || next.done === true) return
    yield next.value
  }
}

type FailedAnswer = Extract<BatchAnswer, { readonly ok: false }>['error']

const answering = (io: Io, { names, build }: Programs) => {
  let printed: string[] = []
  let said: string[] = []
  const inner: Io = {
    stdout: { write: (text) => printed.push(text) },
    stderr: { write: (text) => said.push(text) },
    env: io.env,
    verbosity: 'quiet',
    ...(io.exit === undefined ? {} : { exit: io.exit }),
  }
  /** Programs that have read the options of a command. */
  const built = new Map<string, Command>()
  const programOf = async (name: string): Promise<Command> => {
    const program = built.get(name) ?? (await build([name], inner))
    built.set(name, program)
    return program
  }
  const result = async (request: BatchRequest): Promise<unknown> => {
    const { command } = request
    const program = await programOf(command)
    const options = program.commands.find((each) => each.name() === command)!
    if (!options.options.some(({ long }) => long === '--json'))
      throw new UsageError(`command must be one that has --json, got ‘${command}’`)
    await program.parseAsync([...commandLine(request, options)], { from: 'user' })
    return JSON.parse(printed.join(''))
  }
  return async (line: number, text: string | null): Promise<BatchAnswer> => {
    let head: Pick<BatchAnswer, 'line' | 'id'> = { line }
    printed = []
    said = []
    try {
      if (text === null) throw new UsageError(`a line must have at most ${longestLine} characters`)
      const request = batchRequest(parsed(text), names)
      if (request.id !== undefined) head = { line, id: request.id }
      return { ...head, ok: true, result: await result(request), notices: linesIn(said) }
    } catch (thrown) {
      const { error, message } = failureOf(thrown)
      return { ...head, ok: false, error: JSON.parse(errorJson(error, message)) as FailedAnswer }
    }
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`a line must be a JSON object, got ‘${text.length > 60 ? `${text.slice(0, 59)}…` : text}’`)
  }
}

const linesIn = (texts: readonly string[]): string[] =>
  texts
    .join('')
    .split('\n')
    .map((text) => text.replace(/^isacnet: /, ''))
    .filter((text) => text !== '')
