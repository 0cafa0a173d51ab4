import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ResolvedStudy, resolveScenario } from '@isacnet/scenario'
import { type BlockRunner, inProcessRunner, type SimulationDefinition, type SimulationSums } from '@isacnet/simulation'
import type { ComputationVersions } from '../src/tasks/computation-versions.js'

/** Versions that a test can change. */
export const testVersions = (analysis = '1.0.0'): ComputationVersions => ({
  theorem: { analysis },
  simulation: { simulation: '1.0.0' },
  optimization: { analysis, optimization: '1.0.0' },
})

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'isacnet-study-'))

/** Nothing that a test would wait for: three points, theorems and whole networks by simulation. */
export const smallStudy = (
  changes: {
    readonly users?: string
    readonly network?: string
    readonly trials?: number
    readonly compute?: string
    readonly seed?: number
  } = {},
): Promise<ResolvedStudy> =>
  resolveScenario(`
title: Small
network: { L: 2${changes.network ?? ''} }
sweep:
  - vary: K
    values: ${changes.users ?? '[1, 2, 3]'}
compute:
  - theorem: { objective: Tc + Rs }
${changes.compute ?? `  - simulation: { typical: cell, trials: ${changes.trials ?? 1500} }`}
seed: ${changes.seed ?? 1}
output: { tables: [csv, jsonl, parquet], plots: [svg] }
`)

const blocks = new Map<string, Promise<SimulationSums>>()

/** Computes no block twice, so that tests may run the same study over and over. */
export const rememberingRunner = (definition: SimulationDefinition): BlockRunner => {
  const runner = inProcessRunner(definition)
  const simulation = JSON.stringify(definition)
  return {
    ...runner,
    run: (block) => {
      const key = `${block} ${simulation}`
      if (!blocks.has(key)) blocks.set(key, runner.run(block))
      return blocks.get(key)!
    },
  }
}
