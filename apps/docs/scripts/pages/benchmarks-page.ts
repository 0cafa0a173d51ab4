import { type RecordedBenchmark, readRecord } from '@isacnet/benchmarks/record'
import { repositoryUrl } from '../workspace.js'
import { writePage } from './write-page.js'

/** A page of the last recorded benchmarks; no page without a record. */
export const writeBenchmarksPage = (): void => {
  const record = readRecord()
  if (record.length > 0) writePage('benchmarks.md', benchmarksMarkdown(record), ['outline: 2', 'pageClass: benchmarks'])
}

export const benchmarksMarkdown = (record: readonly RecordedBenchmark[]): string => `# Benchmarks

How long things take, beside a rival or the naive way in the same run wherever there is one, and with results that are compared: a time
alone says something about the machine only, a ratio says more. \`npx -y pnpm@10.34.9 bench\` measures on yours. What follows is what the
benchmarks printed when they were last recorded, each in a process of its own.

${record.map(section).join('\n\n')}`

const section = ({
  name,
  title,
  compares,
  seed,
  output,
  ...conditions
}: RecordedBenchmark): string => `## ${title} {#${name}}

${compares}

${conditionsText(conditions, seed)} Again: \`npx -y pnpm@10.34.9 bench ${name}\`.

${fenced(output)}`

const conditionsText = (
  {
    date,
    commit,
    node,
    processor,
    cores,
    load,
  }: Omit<RecordedBenchmark, 'name' | 'title' | 'compares' | 'seed' | 'output'>,
  seed: number | null,
): string => {
  const sources = `[\`${commit.slice(0, 10)}\`](${repositoryUrl}/tree/${commit.slice(0, 40)})`
  const changed = commit.endsWith('-dirty') ? ' with changes' : ''
  const machine = `${processor}, ${cores} ${cores === 1 ? 'core' : 'cores'}, Node ${node.slice(1)}`
  return (
    `Recorded on ${date.slice(0, 10)} at ${date.slice(11, 16)} UTC from commit ${sources}${changed}, on ${machine}; the machine’s ` +
    `load before was ${load}. ${seed === null ? 'Nothing in it is random.' : `Seed ${seed}.`}`
  )
}

/** A block of text, whatever backticks are in it; lines that are too long for the screen scroll. */
const fenced = (lines: readonly string[]): string => {
  const longest = Math.max(2, ...lines.map((line) => (/^\s*(`{3,})/.exec(line)?.[1] ?? '').length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}txt\n${lines.join('\n')}\n${fence}`
}
