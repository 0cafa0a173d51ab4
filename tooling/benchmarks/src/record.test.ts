import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { benchmarks } from './benchmarks.js'
import { outputLines, type RecordedBenchmark, readRecord, withResults, writeRecord } from './record.js'

const result = (name: string, changes: Partial<RecordedBenchmark> = {}): RecordedBenchmark => ({
  name,
  title: name,
  compares: 'One with another.',
  seed: null,
  date: '2026-01-31T12:00:00Z',
  commit: '0123456789'.repeat(4),
  node: 'v20.19.5',
  processor: 'A processor',
  cores: 2,
  load: 0.1,
  output: ['a: 1 ms'],
  ...changes,
})

describe('results in a record', () => {
  const order = ['a', 'b', 'c']

  it('replace earlier ones of their name only, in the order of the benchmarks', () => {
    const before = [result('c'), result('a')]
    const after = withResults(before, [result('b'), result('c', { load: 3 })], order)
    expect(after.map(({ name }) => name)).toEqual(order)
    expect(after[0]).toBe(before[1])
    expect(after[2]).toEqual(result('c', { load: 3 }))
  })

  it('of benchmarks that are gone, go', () => {
    expect(withResults([result('old'), result('a')], [], order)).toEqual([result('a')])
  })
})

describe('the lines of an output', () => {
  it('have no colours and no blank ends, and keep their indent', () => {
    expect(outputLines('\n\n  \u001b[1;32mtwo\u001b[0m  \r\n\n    four µs\n\n')).toEqual(['  two', '', '    four µs'])
  })
})

describe('the file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'isacnet-record-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('holds what was written, and leaves nothing beside it', () => {
    const path = join(folder, 'record.json')
    expect(readRecord(path)).toEqual([])
    writeRecord([result('a')], path)
    expect(readRecord(path)).toEqual([result('a')])
    expect(readFileSync(path, 'utf8')).toMatch(/^\{\n {2}"benchmarks": \[\n[\s\S]*\}\n$/)
    expect(existsSync(`${path}.new`)).toBe(false)
  })

  it('is not taken for an empty one when it is broken', () => {
    const path = join(folder, 'record.json')
    writeFileSync(path, '{"benchmarks": [')
    expect(() => readRecord(path)).toThrow(SyntaxError)
  })
})

describe('the committed record', () => {
  it('is of the benchmarks as they are: record what is missing with `pnpm bench --record <name>`', () => {
    const said = ({
      name,
      title,
      compares,
      seed = null,
    }: Omit<RecordedBenchmark, 'seed'> & { seed?: number | null }) => ({
      name,
      title,
      compares,
      seed,
    })
    expect(readRecord().map(said)).toEqual(benchmarks.map((benchmark) => said(benchmark as never)))
  })

  it('says on what and of which sources each was run, and what it printed', () => {
    for (const { name, date, commit, node, processor, cores, load, output } of readRecord()) {
      expect(date, name).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(commit, name).toMatch(/^[0-9a-f]{40}(-dirty)?$/)
      expect(node, name).toMatch(/^v\d+\.\d+\.\d+/)
      expect(processor, name).not.toBe('')
      expect(cores, name).toBeGreaterThan(0)
      expect(load, name).toBeGreaterThanOrEqual(0)
      expect(output.join('\n'), name).toMatch(/\d/)
    }
  })
})
