import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Benchmark } from './benchmark.js'
import { outputLines, type RecordedBenchmark, recordPath } from './record.js'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** Which sources are measured: the record itself, which grows meanwhile, makes them no others. */
export const measuredCommit = (): string => {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: repository, encoding: 'utf8' }).trim()
  const differs = ['diff', '--quiet', 'HEAD', '--', '.', `:(exclude)${recordPath.slice(repository.length)}`]
  return spawnSync('git', differs, { cwd: repository }).status === 0 ? commit : `${commit}-dirty`
}

/**
 * Runs a benchmark in a process of its own, where no other has warmed or filled anything, and shows what it prints.
 *
 * @returns the record; `undefined` if it failed, which it has said on stderr.
 */
export const recordBenchmark = async (
  { name, title, compares, seed }: Benchmark,
  commit: string,
): Promise<RecordedBenchmark | undefined> => {
  const date = new Date().toISOString().replace(/\.\d+/, '')
  const [load = 0] = loadavg()
  const child = spawn(process.execPath, [...process.execArgv, main, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    process.stdout.write(text)
  })
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (status !== 0) return undefined
  return {
    name,
    title,
    compares,
    seed: seed ?? null,
    date,
    commit,
    node: process.version,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    load: Number(load.toFixed(2)),
    output: outputLines(output),
  }
}
