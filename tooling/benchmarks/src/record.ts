import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeCompleteFiles } from '@isacnet/study/files'

/** The result of a benchmark, when, of which sources and on what. */
export interface RecordedBenchmark {
  readonly name: string
  readonly title: string
  readonly compares: string
  /** `null` if nothing in it is random. */
  readonly seed: number | null
  /** UTC, when it began. */
  readonly date: string
  /** 40 digits, with `-dirty` where sources differed from it. */
  readonly commit: string
  /** Such as `v20.19.5`. */
  readonly node: string
  /** The model's name, as the system calls it. */
  readonly processor: string
  readonly cores: number
  /** How many processes wanted a core in the minute before: above a fraction of `cores`, times are too long. */
  readonly load: number
  /** Its lines. */
  readonly output: readonly string[]
}

/** The committed record: what `pnpm bench --record` writes and the site shows. */
export const recordPath = fileURLToPath(new URL('../record.json', import.meta.url))

/** Puts results in the place of earlier ones of the same name; all in the order given, without what is no benchmark any more. */
export const withResults = (
  recorded: readonly RecordedBenchmark[],
  results: readonly RecordedBenchmark[],
  order: readonly string[],
): RecordedBenchmark[] =>
  order.flatMap(
    (name) => results.find((result) => result.name === name) ?? recorded.find((result) => result.name === name) ?? [],
  )

/** The lines of what a terminal was sent: no colours, no blank lines at the ends. */
export const outputLines = (output: string): string[] =>
  output
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())

/** @throws {SyntaxError} if the file holds no JSON. */
export const readRecord = (path = recordPath): RecordedBenchmark[] => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return (JSON.parse(text) as { benchmarks: RecordedBenchmark[] }).benchmarks
}

/** Replaces the file at once: whoever reads sees all of the old or all of the new one. */
export const writeRecord = (benchmarks: readonly RecordedBenchmark[], path = recordPath): void => {
  const failure = (where: string, cause: unknown): Error => new Error(`could not write ‘${where}’`, { cause })
  writeCompleteFiles([{ path, content: `${JSON.stringify({ benchmarks }, null, 2)}\n` }], { failure })
}
