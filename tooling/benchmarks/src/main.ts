import { BenchmarkUnavailableError } from './benchmark.js'
import { benchmarks } from './benchmarks.js'
import { type ChosenBenchmarks, chosenBenchmarks } from './chosen-benchmarks.js'
import { readRecord, withResults, writeRecord } from './record.js'
import { measuredCommit, recordBenchmark } from './recording.js'

// `pnpm bench` runs all; `pnpm bench rates` runs one; `pnpm bench --record rates` writes what it says into the record.
const all = benchmarks.map(({ name }) => name)

const fail = (message: string, status: number): void => {
  console.error(message)
  process.exitCode = status
}

const choose = (): ChosenBenchmarks | undefined => {
  try {
    return chosenBenchmarks(process.argv.slice(2), all)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    fail(error.message, 2)
    return undefined
  }
}

const run = async (names: readonly string[]): Promise<void> => {
  for (const benchmark of benchmarks.filter(({ name }) => names.includes(name))) {
    try {
      await benchmark.run()
    } catch (error) {
      if (!(error instanceof BenchmarkUnavailableError)) throw error
      fail(error.message, 1)
    }
  }
}

/** One after the other is written, so that a run that is interrupted keeps what it has. */
const record = async (names: readonly string[]): Promise<void> => {
  const commit = measuredCommit()
  const failed: string[] = []
  for (const benchmark of benchmarks.filter(({ name }) => names.includes(name))) {
    const result = await recordBenchmark(benchmark, commit)
    if (result === undefined) failed.push(benchmark.name)
    else writeRecord(withResults(readRecord(), [result], all))
  }
  if (failed.length > 0) fail(`not recorded: ${failed.join(', ')}`, 1)
}

const chosen = choose()
if (chosen !== undefined) await (chosen.record ? record : run)(chosen.names)
