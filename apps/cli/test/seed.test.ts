import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineNetwork, type Seed } from '@isacnet/model'
import { defineSimulation, runSimulation, summarize } from '@isacnet/simulation'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from './captured-io.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-seed-'))
})
afterEach(() => rm(directory, { recursive: true }))

const ran = async (argv: readonly string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await capture(argv)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return stdout
}

const file = async (text: string): Promise<string> => {
  const path = join(directory, 'study.yaml')
  await writeFile(path, text)
  return path
}

const network = defineNetwork({ K: 2 })

/** Written seeds, and the seeds that they are. */
const written: readonly (readonly [string, Seed])[] = [
  ['5', 5],
  ['-3', -3],
  ['007', '007'],
  ['+5', '+5'],
  ['1e3', '1e3'],
  ['1.5', '1.5'],
  ['0x1F', '0x1F'],
  ['0o17', '0o17'],
  ['1e999', '1e999'],
  ['.inf', '.inf'],
  ['true', 'true'],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', '9007199254740993'],
  ['night', 'night'],
]

describe('a seed', { timeout: 60_000 }, () => {
  it.each(written)('that is written as %s is the same in a flag, in a file, and in a call', async (text, seed) => {
    expect(defineSimulation(network, { seed: text }).seed).toBe(seed)
    expect(defineSimulation(network, { seed }).seed).toBe(seed)
    const flag = await ran([
      ...['topology', '--set', 'K=2', `--seed=${text}`, '--json'],
      ...['--quiet', '--out', join(directory, 'drop.svg')],
    ])
    expect(JSON.parse(flag).definition.seed).toBe(seed)
    for (const content of [`seed: ${text} # as it is`, `seed: '${text}'`, `{ "seed": ${JSON.stringify(text)} }`]) {
      const study = JSON.parse(await ran(['check', await file(content), '--json']))
      expect(study.seed, content).toBe(seed)
    }
  })

  it('gives the same numbers by a flag and by a call', async () => {
    const rates = new Set<number>()
    for (const text of ['7', '007', '7e0']) {
      const document = JSON.parse(
        await ran(['simulate', '--set', 'K=2', '--trials', '1000', '--threads', '1', '--seed', text, '--json']),
      )
      const { state } = await runSimulation(defineSimulation(network, { seed: text }), { until: { trials: 1000 } })
      const { mean } = summarize(state.sums).communication
      expect(document.communication.rate.mean).toBe(mean)
      rates.add(mean)
    }
    expect(rates.size).toBe(3)
  })

  it('gives the same bytes by a file and by a flag', async () => {
    const study = (seed: string) => `
network: { K: 2 }
compute: [{ simulation: { trials: 1000 } }]
seed: ${seed}
`
    const results = async (seed: string, ...flags: string[]): Promise<string> => {
      const out = join(directory, 'results')
      await ran(['sweep', await file(study(seed)), '--threads', '1', '--quiet', '--force', '--out', out, ...flags])
      return readFile(join(out, 'results.jsonl'), 'utf8')
    }
    const known = new Set<string>()
    for (const seed of ['7', '007', '9007199254740992', '9007199254740993']) {
      const rows = await results(seed)
      expect(await results('1', '--seed', seed)).toBe(rows)
      known.add(rows)
    }
    expect(known.size).toBe(4)
  })
})
