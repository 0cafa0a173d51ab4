import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { communicationRate } from '@isacnet/analysis'
import { type ResolvedStudy, resolveScenario } from '@isacnet/scenario'
import {
  type BlockRunner,
  inProcessRunner,
  runSimulation,
  type SimulationDefinition,
  summarize,
} from '@isacnet/simulation'
import { parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rememberingRunner, smallStudy, temporaryDirectory, testVersions } from '../test/small-study.js'
import { StudyDirectoryError, StudyFileError } from './files/study-file-error.js'
import { resultCache } from './journal/result-cache.js'
import { journalName, openStudyDirectory, type StudyDirectoryOptions } from './journal/study-directory.js'
import { writeResults } from './results/write-results.js'
import type { ResultRow } from './rows/result-row.js'
import { runStudy, type StudyRunOptions } from './run-study.js'
import { type StudyTask, studyTasks } from './tasks/study-task.js'

vi.setConfig({ testTimeout: 60_000 })

let directory: string
beforeEach(() => {
  directory = temporaryDirectory()
})
afterEach(() => rmSync(directory, { recursive: true }))

const producer = { version: 'test', commit: null }

interface Ran {
  readonly computed: number
  readonly rows: readonly ResultRow[]
  readonly notices: readonly string[]
  readonly reasons: readonly string[]
}

/** Runs a study in a folder of the test's, and writes its results. */
const run = async (
  folder: string,
  study: ResolvedStudy,
  options: Partial<StudyDirectoryOptions> & StudyRunOptions = {},
): Promise<Ran> => {
  const { runnerFor = rememberingRunner, signal, simulationsAtOnce, onProgress, ...directoryOptions } = options
  const path = join(directory, folder)
  mkdirSync(path, { recursive: true })
  const notices: string[] = []
  const reasons: string[] = []
  const opened = openStudyDirectory(path, {
    study,
    versions: testVersions(),
    onNotice: (line) => notices.push(line),
    ...directoryOptions,
  })
  try {
    const { computed, ended } = await runStudy(opened, {
      runnerFor,
      ...(signal === undefined ? {} : { signal }),
      ...(simulationsAtOnce === undefined ? {} : { simulationsAtOnce }),
      ...(onProgress === undefined ? {} : { onProgress }),
      onTask: (task) => reasons.push(`${task.name} ${task.point.index}: ${opened.reason(task.key)}`),
    })
    if (ended === 'interrupted') return { computed, rows: [], notices, reasons }
    const { rows } = await writeResults(opened, { producer })
    return { computed, rows, notices, reasons }
  } finally {
    opened.close()
  }
}

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(directory, folder))
      .filter((name) => name !== journalName)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(directory, folder, name)))
          .digest('hex'),
      ]),
  )

/** A signal that comes after so many blocks and tasks. */
const stopAfter = (events: number): StudyRunOptions => {
  const controller = new AbortController()
  let left = events
  return {
    signal: controller.signal,
    onProgress: () => {
      if (--left <= 0) controller.abort()
    },
  }
}

describe('runStudy', () => {
  it('gives what theorems and simulations give by themselves', async () => {
    const study = await smallStudy()
    const { rows, computed } = await run('whole', study)
    expect(computed).toBe(6)
    expect(rows.map(({ point, kind }) => `${point} ${kind}`)).toEqual([
      ...['0 theorem', '0 simulation', '1 theorem', '1 simulation', '2 theorem', '2 simulation'],
    ])
    for (const { network, index } of study.points) {
      const [theorem, simulation] = rows.slice(2 * index) as [ResultRow, ResultRow]
      const { value, errorEstimate } = communicationRate(network)
      expect(theorem.communicationRate).toEqual({ value, errorEstimate })
      expect(theorem.objective!.value).toBeCloseTo(theorem.communicationAse!.value + theorem.sensingRate!.value, 12)
      // Another way to the same bits: the seed of the row, and nothing else of the study.
      const task = studyTasks(study, testVersions())[2 * index + 1] as StudyTask
      if (task.content.kind !== 'simulation') throw new Error('no simulation')
      const { definition, until } = task.content
      expect(simulation.seed).toBe(definition.seed)
      const { state } = await runSimulation(definition, { until, runner: inProcessRunner(definition) })
      const { communication, trials } = summarize(state.sums, 0.95)
      expect(simulation).toMatchObject({
        trials,
        communicationRate: { value: communication.mean, standardError: communication.standardError },
      })
    }
  })

  it('has seeds that depend on the study’s seed and the point, not on its place', async () => {
    const seedsOf = async (...args: Parameters<typeof smallStudy>) =>
      new Map(
        studyTasks(await smallStudy(...args), testVersions()).flatMap(({ point, content }) =>
          content.kind === 'simulation' ? [[point.network.usersPerCell, content.definition.seed] as const] : [],
        ),
      )
    const seeds = await seedsOf()
    expect(new Set(seeds.values()).size).toBe(3)
    const reordered = await seedsOf({ users: '[5, 3, 2]', trials: 9000 })
    expect(reordered.get(2)).toBe(seeds.get(2))
    expect(reordered.get(3)).toBe(seeds.get(3))
    expect((await seedsOf({ seed: 2 })).get(2)).not.toBe(seeds.get(2))
  })

  it('ends with the same bytes after an interruption anywhere, and repeats nothing', async () => {
    const study = await smallStudy({ trials: 4000 })
    const { computed: all } = await run('whole', study)
    const expected = hashes('whole')
    for (const events of [1, 2, 3, 5, 7, 9]) {
      const first = await run(`stopped-${events}`, study, stopAfter(events))
      const second = await run(`stopped-${events}`, study)
      expect({ events, total: first.computed + second.computed }).toEqual({ events, total: all })
      expect(hashes(`stopped-${events}`), `${events}`).toEqual(expected)
    }
  })

  describe('with several simulations at once', () => {
    /** Many workers: who asks for fewer than ten blocks leaves some without work. Says how many simulations there were at once. */
    const manyWorkers = (failing?: number) => {
      const open = new Set<string>()
      const seen = { most: 0, closed: 0 }
      const runnerFor = (definition: SimulationDefinition): BlockRunner => {
        const runner = rememberingRunner(definition)
        open.add(String(definition.seed))
        seen.most = Math.max(seen.most, open.size)
        return {
          concurrency: 10,
          run: async (block) => {
            const sums = await runner.run(block)
            // One block after the other.
            for (let turn = 0; turn <= block; turn++) await new Promise((resolve) => setImmediate(resolve))
            if (block === failing) throw new Error('a fault in the test')
            return sums
          },
          close: async () => {
            open.delete(String(definition.seed))
            seen.closed++
          },
        }
      }
      return { seen, runnerFor }
    }

    it('has the same bits, and begins another only where workers would have nothing to do', async () => {
      const study = await smallStudy({ trials: 6000 })
      await run('alone', study)
      const { seen, runnerFor } = manyWorkers()
      expect((await run('at-once', study, { runnerFor, simulationsAtOnce: 2 })).computed).toBe(6)
      expect(seen).toEqual({ most: 2, closed: 3 })
      expect(hashes('at-once')).toEqual(hashes('alone'))
      const busy = manyWorkers()
      await run('busy', study, {
        runnerFor: (definition) => ({ ...busy.runnerFor(definition), concurrency: 1 }),
        simulationsAtOnce: 3,
      })
      expect(busy.seen).toEqual({ most: 1, closed: 3 })
    })

    it('ends with the same bytes after an interruption anywhere', async () => {
      const study = await smallStudy({ trials: 4000 })
      await run('whole', study)
      for (const events of [1, 4, 6, 9]) {
        const folder = `stopped-${events}`
        const { runnerFor } = manyWorkers()
        const first = await run(folder, study, { ...stopAfter(events), runnerFor, simulationsAtOnce: 3 })
        const second = await run(folder, study, { runnerFor, simulationsAtOnce: 3 })
        expect({ events, total: first.computed + second.computed }).toEqual({ events, total: 6 })
        expect(hashes(folder), `${events}`).toEqual(hashes('whole'))
      }
    })

    it('ends them all when a block fails, and keeps what they have', async () => {
      const study = await smallStudy({ trials: 6000 })
      await run('whole', study)
      const { seen, runnerFor } = manyWorkers(3)
      await expect(run('failed', study, { runnerFor, simulationsAtOnce: 3 })).rejects.toThrow('a fault in the test')
      expect(seen.closed).toBeGreaterThan(0)
      expect((await run('failed', study)).computed).toBeLessThan(6)
      expect(hashes('failed')).toEqual(hashes('whole'))
    })
  })

  it('writes one table three times', async () => {
    const { rows } = await run('whole', await smallStudy())
    const csv = readFileSync(join(directory, 'whole/results.csv'), 'utf8').split('\r\n')
    const [header = '', first = ''] = csv
    expect(csv).toHaveLength(rows.length + 2)
    const lines = readFileSync(join(directory, 'whole/results.jsonl'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(rows)))
    const bytes = new Uint8Array(readFileSync(join(directory, 'whole/results.parquet')))
    const table = await parquetReadObjects({ file: bytes.buffer })
    expect(table).toHaveLength(rows.length)
    expect(Object.keys(table[0]!)).toEqual(header.split(','))
    expect(
      Object.values(table[0]!).map((value) => (value === null || value === undefined ? '' : String(value))),
    ).toEqual(first.split(','))
  })

  it('says where a method, an allocation or an objective says nothing', async () => {
    const study = await resolveScenario(`
network: { transmitAntennas: 6 }
sweep: [{ vary: Q, values: [1, 2] }]
compute:
  - theorem: { sensingMethod: theorem-3 }
  - name: large
    optimization: { objective: communication, minSensingRate: 90 }
  - name: none
    theorem: { objective: log(Rs - Rs) }
  - name: best
    optimization: { objective: 0.5*Tc + 0.5*Ts }
`)
    const { rows, computed } = await run('statuses', study)
    expect(rows.map(({ computation, status }) => `${computation} ${status}`)).toEqual([
      ...['theorem not-applicable', 'large infeasible', 'none failed', 'best ok'],
      ...['theorem ok', 'large infeasible', 'none failed', 'best ok'],
    ])
    expect(rows[0]!.reason).toContain('sensingClusterSize (Q) ≥ 2')
    // The allocation of the network plays no part in an optimization, so both points have the same.
    expect(computed).toBe(6)
    expect(rows[3]!.network).toEqual(rows[7]!.network)
    expect(rows[3]!.objective!.value).toBeCloseTo(
      0.5 * rows[3]!.communicationAse!.value + 0.5 * rows[3]!.sensingAse!.value,
      9,
    )
  })
})

describe('the checkpoint of results', () => {
  it('keeps them as they are when it throws', async () => {
    await run('study', await smallStudy())
    const opened = openStudyDirectory(join(directory, 'study'), {
      study: await smallStudy(),
      versions: testVersions(),
      existing: 'resume',
    })
    try {
      const before = hashes('study')
      let calls = 0
      const checkpoint = (): void => {
        calls += 1
        // The last call, when all is drawn.
        if (calls === 2) throw new Error('stop')
      }
      await expect(writeResults(opened, { producer: { version: 'later', commit: null }, checkpoint })).rejects.toThrow(
        'stop',
      )
      expect(hashes('study')).toEqual(before)
    } finally {
      opened.close()
    }
  })
})

describe('the cache', () => {
  it('computes what has changed, and says why', async () => {
    await run('study', await smallStudy())
    const again = await run('study', await smallStudy())
    expect(again).toMatchObject({ computed: 0, reasons: [] })

    const more = await run('study', await smallStudy({ users: '[1, 2, 3, 4]' }), { existing: 'resume' })
    expect(more.reasons).toEqual(['theorem 3: new', 'simulation 3: new'])

    const other = await run('study', await smallStudy({ network: ', alpha: 3.5' }), { existing: 'resume' })
    expect(other.reasons[0]).toBe('theorem 0: pathLossExponent (α) changed from 4 to 3.5')

    const version = await run('study', await smallStudy({ network: ', alpha: 3.5' }), {
      existing: 'resume',
      versions: testVersions('1.1.0'),
    })
    expect(version.reasons).toEqual(
      [0, 1, 2].map((index) => `theorem ${index}: version of analysis changed from 1.0.0 to 1.1.0`),
    )

    const seed = await run('study', await smallStudy({ network: ', alpha: 3.5', seed: 2 }), {
      existing: 'resume',
      versions: testVersions('1.1.0'),
    })
    expect(seed.reasons).toEqual([0, 1, 2].map((index) => `simulation ${index}: seed changed from 1 to 2`))

    // What an earlier study of the directory had is still there.
    const back = await run('study', await smallStudy(), { existing: 'resume' })
    expect(back.computed).toBe(0)
    const manifest = JSON.parse(readFileSync(join(directory, 'study/manifest.json'), 'utf8'))
    expect(manifest.provenance).toEqual([{ reason: 'unchanged', points: '0–2' }])
  })

  it('goes on with a simulation when more precision is asked for, to the same bytes', async () => {
    await run('looser', await smallStudy({ trials: 1500 }))
    const blocks: number[] = []
    const runnerFor: StudyRunOptions['runnerFor'] = (definition) => {
      const runner = inProcessRunner(definition)
      return {
        ...runner,
        run: (block) => {
          blocks.push(block)
          return runner.run(block)
        },
      }
    }
    const { reasons } = await run('looser', await smallStudy({ trials: 6000 }), { existing: 'resume', runnerFor })
    expect(reasons[0]).toBe(
      'simulation 0: precision increased: from trials:1500 to trials:6000; it goes on with the earlier trials',
    )
    expect(blocks).not.toContain(0)
    await run('stricter', await smallStudy({ trials: 6000 }))
    for (const name of ['results.csv', 'results.jsonl', 'results.parquet', 'plot.svg'])
      expect(hashes('looser')[name], name).toBe(hashes('stricter')[name])
  })

  it('is shared between directories, and doubts files that are damaged', async () => {
    const cache = resultCache(join(directory, 'cache'))
    await run('a', await smallStudy(), { cache })
    const { computed, rows } = await run('b', await smallStudy(), { cache })
    expect(computed).toBe(0)
    const [task] = studyTasks(await smallStudy(), testVersions()) as [StudyTask]
    const file = join(directory, 'cache', task.key.slice(0, 2), `${task.key}.json`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"value":1', '"value":7').replace('"value":2', '"value":7'))
    const damaged = await run('c', await smallStudy(), { cache })
    expect(damaged.computed).toBe(1)
    expect(damaged.rows).toEqual(rows)
  })
})

describe('a directory', () => {
  it('is refused with another study, and left as it is', async () => {
    await run('study', await smallStudy())
    const before = hashes('study')
    const other = await smallStudy({ users: '[1]' })
    await expect(run('study', other)).rejects.toThrow(
      /^‘[^’]*study’ has another study, "Small": --resume takes over what is unchanged, --force begins anew$/,
    )
    await expect(run('study', await smallStudy(), { versions: testVersions('2.0.0') })).rejects.toThrow(
      /was computed by another version/,
    )
    await expect(run('study', await smallStudy(), { shard: { index: 1, count: 2 } })).rejects.toThrow(
      /has the whole study, not shard 1\/2/,
    )
    expect(hashes('study')).toEqual(before)
    const { computed } = await run('study', other, { existing: 'force' })
    expect(computed).toBe(2)
  })

  it('of a shard never becomes that of another, unless it begins anew', async () => {
    const study = await smallStudy()
    const other = await smallStudy({ users: '[1]' })
    await run('shard', study, { shard: { index: 1, count: 3 } })
    const before = hashes('shard')
    for (const existing of ['refuse', 'resume'] as const)
      for (const shard of [{ index: 1, count: 2 }, { index: 2, count: 3 }, null])
        for (const asked of [study, other])
          await expect(run('shard', asked, { shard, existing })).rejects.toThrow(
            /has shard 1\/3, not (shard 1\/2|shard 2\/3|the whole study), which must have a directory of its own; --force/,
          )
    expect(hashes('shard')).toEqual(before)
    expect((await run('shard', study, { shard: { index: 1, count: 3 }, existing: 'resume' })).computed).toBe(0)
    expect((await run('shard', other, { shard: { index: 1, count: 3 }, existing: 'resume' })).computed).toBeLessThan(3)
    expect((await run('shard', study, { shard: { index: 1, count: 2 }, existing: 'force' })).computed).toBeGreaterThan(
      0,
    )
  })

  it('that another process takes over gets nothing more from this one', async () => {
    const study = await smallStudy()
    const path = join(directory, 'lost')
    mkdirSync(path)
    const opened = openStudyDirectory(path, { study, versions: testVersions() })
    const lock = join(path, 'study.lock')
    const holder = JSON.parse(readFileSync(lock, 'utf8'))
    writeFileSync(lock, JSON.stringify({ ...holder, pid: 7, host: 'node-b', place: 'there', id: 'its' }))
    const before = readFileSync(join(path, journalName), 'utf8')
    await expect(runStudy(opened)).rejects.toThrow(/was taken over by process 7 on node-b$/)
    opened.close()
    expect(readFileSync(join(path, journalName), 'utf8')).toBe(before)
    expect(readdirSync(path)).toContain('study.lock')
    const taken = openStudyDirectory(path, { study, versions: testVersions(), takeOver: true })
    await runStudy(taken)
    taken.close()
    expect(readdirSync(path)).not.toContain('study.lock')
  })

  it('is refused if it has files of the names of results, but no study', async () => {
    mkdirSync(join(directory, 'mine'))
    writeFileSync(join(directory, 'mine/results.csv'), 'mine')
    await expect(run('mine', await smallStudy())).rejects.toThrow(StudyDirectoryError)
    expect(readFileSync(join(directory, 'mine/results.csv'), 'utf8')).toBe('mine')
    expect(readdirSync(join(directory, 'mine'))).toEqual(['results.csv'])
  })

  it('removes what a process that was killed had not finished', async () => {
    const study = await smallStudy({ users: '[1]', compute: '' })
    const path = join(directory, 'killed')
    mkdirSync(path)
    for (const name of ['journal.jsonl.new', 'results.csv.new', 'manifest.json.new'])
      writeFileSync(join(path, name), 'half a li')
    await run('killed', study)
    await run('clean', study)
    expect(readdirSync(path)).toEqual(readdirSync(join(directory, 'clean')))
  })

  it('belongs to one process', async () => {
    const study = await smallStudy()
    const path = join(directory, 'locked')
    mkdirSync(path)
    const opened = openStudyDirectory(path, { study, versions: testVersions() })
    await expect(run('locked', study)).rejects.toThrow(`is in use by process ${process.pid}`)
    opened.close()
    expect((await run('locked', study)).computed).toBe(6)
  })
})

describe('a damaged journal', () => {
  /** Changes the journal of a finished study, and runs it again. */
  const repaired = async (change: (text: string) => string): Promise<Ran> => {
    const study = await smallStudy()
    await run('undisturbed', study)
    await run('damaged', study)
    const path = join(directory, 'damaged', journalName)
    writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1')
    const ran = await run('damaged', study)
    expect(hashes('damaged')).toEqual(hashes('undisturbed'))
    return ran
  }

  it('whose last line is torn is cut off there', async () => {
    for (const bytes of [1, 40, 400]) {
      const { computed, notices } = await repaired((text) => text.slice(0, -bytes))
      expect({ bytes, computed }).toEqual({ bytes, computed: 1 })
      expect(notices.join()).toMatch(/the last line of ‘.*journal.jsonl’ was not finished: it is left out/)
      rmSync(join(directory, 'damaged'), { recursive: true })
    }
  })

  it('of which a byte was flipped is not believed', async () => {
    const { computed, notices } = await repaired((text) => {
      const lines = text.split('\n')
      const line = lines.findIndex((content) => content.includes('"kind":"theorem","communication"'))
      lines[line] = lines[line]!.replace(/"value":(\d)/, (_, digit) => `"value":${(Number(digit) + 1) % 10}`)
      return lines.join('\n')
    })
    expect(computed).toBe(1)
    expect(notices.join()).toMatch(/is damaged in line 2: what was there is computed again/)
  })

  it('of which the study can’t be told is refused, and resumed on request', async () => {
    const study = await smallStudy()
    await run('study', study)
    const path = join(directory, 'study', journalName)
    writeFileSync(path, readFileSync(path, 'utf8').replace('Small', 'Large'))
    await expect(run('study', study)).rejects.toThrow(/has a damaged journal, of which study can’t be told/)
    expect((await run('study', study, { existing: 'resume' })).computed).toBe(0)
  })
})

describe('a full disk', () => {
  it('ends the run with one line, and what was journalled is kept', async () => {
    const study = await smallStudy({ trials: 4000 })
    await run('whole', study)
    for (const room of [3000, 12_000, 30_000]) {
      let left = room
      const write: StudyDirectoryOptions['write'] = (file, bytes, offset) => {
        const part = Math.min(left, bytes.length - offset)
        if (part === 0) throw Object.assign(new Error('write failed'), { code: 'ENOSPC' })
        left -= part
        return writeSync(file, bytes, offset, part)
      }
      const folder = `full-${room}`
      await expect(run(folder, study, { write }), `${room}`).rejects.toThrow(
        /^could not write ‘.*journal\.jsonl’: no space left on the device$/,
      )
      await expect(run(folder, study, { write }), `${room}`).rejects.toThrow(StudyFileError)
      await run(folder, study)
      expect(hashes(folder), `${room}`).toEqual(hashes('whole'))
    }
  })
})
