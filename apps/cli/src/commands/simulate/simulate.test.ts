import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { defineSimulation, runSimulation, summarize } from '@isacnet/simulation'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-simulate-'))
})
afterEach(() => rm(directory, { recursive: true }))

/** One block in this thread, unless told otherwise. */
const simulated = async (...argv: string[]) => {
  const { exitCode, stdout, stderr } = await capture(['simulate', '--threads', '1', '--json', ...argv])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

const withoutTime = ({ elapsedSeconds: _, ...rest }: Record<string, unknown>) => rest

describe('isacnet simulate --json', { timeout: 30_000 }, () => {
  it('gives what the simulation says, as documented', async () => {
    const document = await simulated(
      '--set',
      'K=5',
      '--set',
      'L=2',
      '--set',
      'lambda=2',
      '--trials',
      '1e3',
      '--seed',
      '7',
    )
    const network = defineNetwork({ K: 5, L: 2, lambda: 2 })
    const { state } = await runSimulation(defineSimulation(network, { seed: 7 }), { until: { trials: 1000 } })
    const { trials, communication, sensing } = summarize(state.sums)
    const estimate = ({ mean, standardError, interval }: typeof communication, factor: number) => ({
      mean: factor * mean,
      standardError: factor * standardError,
      interval: interval.map((end) => factor * end),
      confidence: 0.95,
    })
    expect(document).toMatchObject({
      network,
      unit: 'nats',
      fidelity: 'gain-law',
      typical: 'user',
      seed: 7,
      trials,
      communication: { rate: estimate(communication, 1), ase: estimate(communication, 10) },
      sensing: { rate: estimate(sensing, 1), ase: estimate(sensing, 2) },
      nulling: { meanRequests: 5, abandonedFraction: 0 },
    })
    for (const { rate, ase } of [document.communication, document.sensing]) {
      expect(rate.biasBound).toBeGreaterThan(0)
      expect(rate.biasBound).toBeLessThan(1e-4 * rate.mean)
      expect(ase.biasBound / ase.mean).toBeCloseTo(rate.biasBound / rate.mean, 15)
    }
    expect(document.elapsedSeconds).toBeGreaterThan(0)
    expect(document.communication.coverage).toEqual(
      communication.coverage.map(({ thresholdDb, mean, standardError, interval }) => ({
        thresholdDb,
        probability: mean,
        standardError,
        interval,
      })),
    )
  })

  it('takes the exact rates as a control, which a network that grants every request has', async () => {
    const settings = ['--fidelity', 'channel', '--set', 'K=5', '--set', 'L=2', '--trials', '2048', '--control']
    const document = await simulated(...settings)
    const network = defineNetwork({ K: 5, L: 2 })
    const { communication, sensing } = document
    expect(communication.control).toMatchObject({ transmitAntennas: 20, mean: communicationRate(network).value })
    expect(sensing.control).toMatchObject({ transmitAntennas: 20, mean: sensingRate(network).value })
    const plain = await simulated(...settings.slice(0, -1))
    for (const service of ['communication', 'sensing']) {
      const { control, rate } = document[service]
      const { biasBound, ...uncontrolled } = plain[service].rate
      expect(control.uncontrolled).toEqual(uncontrolled)
      expect(control.varianceRatio).toBeGreaterThan(20)
      expect(control.coefficient).toBeCloseTo(1, 1)
      expect(control.biasBound).toBeLessThan(1e-4 * rate.mean)
      expect(rate.standardError / plain[service].rate.standardError).toBeCloseTo(control.varianceRatio ** -0.5, 12)
      // The theorem’s error for the network as it is, below a percent here, and four standard errors.
      expect(Math.abs(rate.mean / control.mean - 1)).toBeLessThan(0.01 + (4 * rate.standardError) / rate.mean)
      expect(plain[service]).not.toHaveProperty('control')
    }
    const bits = await simulated(...settings, '--unit', 'bits')
    expect(bits.sensing.control.mean).toBeCloseTo(sensing.control.mean / Math.LN2, 12)
    expect(bits.sensing.control.biasBound).toBeCloseTo(sensing.control.biasBound / Math.LN2, 15)
    expect(bits.sensing.control.uncontrolled.mean).toBeCloseTo(sensing.control.uncontrolled.mean / Math.LN2, 12)
  })

  it('takes the exact coverage probabilities that are chosen as controls, too', async () => {
    const settings = ['--fidelity', 'channel', '--set', 'K=5', '--set', 'Q=2', '--trials', '8192']
    const chosen = ['--quantities', 'coverage:10dB,detection']
    const [plain, controlled] = [
      await simulated(...settings, ...chosen),
      await simulated(...settings, ...chosen, '--control'),
    ]
    for (const service of ['communication', 'sensing']) {
      const [without, found] = [plain[service].quantities[0], controlled[service].quantities[0]]
      expect(found.standardError).toBeLessThan(0.7 * without.standardError)
      expect(Math.abs(found.mean - without.mean)).toBeLessThan(4 * without.standardError)
    }
    expect(controlled.sensing.quantities[1]).toEqual(plain.sensing.quantities[1])
  })

  it('takes as a control the network with antennas for all requests, where the simulated one has fewer', async () => {
    const overloaded = ['--set', 'Mt=12', '--set', 'K=3', '--set', 'L=3', '--set', 'J=2', '--set', 'Q=3']
    const document = await simulated('--fidelity', 'channel', ...overloaded, '--trials', '2048', '--control')
    // 3·3 + 2·2 = 13.
    const granting = defineNetwork({ Mt: 13, K: 3, L: 3, J: 2, Q: 3 })
    expect(document.network.transmitAntennas).toBe(12)
    expect(document.communication.control).toMatchObject({
      transmitAntennas: 13,
      mean: communicationRate(granting).value,
    })
    expect(document.sensing.control.varianceRatio).toBeGreaterThan(2)
  })

  it('goes on with the control that was saved, and not with one that wasn’t', async () => {
    const [controlled, plain] = [join(directory, 'controlled.json'), join(directory, 'plain.json')]
    const settings = ['--fidelity', 'channel', '--set', 'K=2', '--trials', '2048']
    const part = await simulated(...settings, '--control', '--out', controlled)
    expect(part.communication.control.transmitAntennas).toBe(20)
    for (const [trials, ...flags] of [['4096'], ['6144', '--control']] as const) {
      const rest = await simulated('--resume', controlled, '--trials', trials, ...flags)
      expect(withoutTime(rest)).toEqual(withoutTime(await simulated(...settings.slice(0, -1), trials, '--control')))
    }
    await simulated(...settings, '--out', plain)
    const refused = await capture(['simulate', '--resume', plain, '--control'])
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toMatch(/control must be none, as in the checkpoint, got of 20 antennas with the means/)
  })

  it('says what the control left, in the table, and refuses what has none by name', async () => {
    const settings = ['simulate', '--threads', '1', '--fidelity', 'channel', '--trials', '2048', '--control']
    const { stdout } = await capture(settings)
    // One user, and no requests: the network is as the theorem has it.
    expect(stdout).toMatch(
      /control +left nothing of the variance of R_c, 1\/\d+ of the variance of R_s; makes rates at most 0\.00\d+ % too high/,
    )
    for (const [flags, message] of [
      [[], 'fidelity must be channel, with a control, got gain-law'],
      [['--fidelity', 'channel', '--typical', 'cell'], 'typical must be user, with a control, got cell'],
      [['--fidelity', 'channel', '--set', 'lambda_u=3'], 'userDensity (λ_u) must be infinite, with a control, got 3'],
    ] as const) {
      const refused = await capture(['simulate', '--control', ...flags])
      expect([refused.exitCode, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain(message)
    }
  })

  it('gives bits as bits, and coverage as it is', async () => {
    const nats = await simulated('--trials', '1')
    const bits = await simulated('--trials', '1', '--unit', 'bits')
    expect(bits.unit).toBe('bits')
    expect(bits.communication.rate.mean).toBeCloseTo(nats.communication.rate.mean / Math.LN2, 12)
    expect(bits.sensing.ase.interval[1]).toBeCloseTo(nats.sensing.ase.interval[1] / Math.LN2, 12)
    expect(bits.communication.rate.biasBound).toBeCloseTo(nats.communication.rate.biasBound / Math.LN2, 15)
    expect(bits.sensing.coverage).toEqual(nats.sensing.coverage)
  })

  it('takes every flag that says what is sampled', async () => {
    const channel = await simulated(
      ...[
        '--fidelity',
        'channel',
        '--typical',
        'cell',
        '--sensing-clusters',
        'target-centric',
        '--precoders',
        'literal',
      ],
      ...[
        '--assumptions',
        'no-abandonment,mean-requests',
        '--set',
        'J=2',
        '--set',
        'Q=2',
        '--trials',
        '1',
        '--seed',
        'some text',
      ],
      ...['--relative-bias', '1%', '--confidence', '0.9'],
    )
    expect(channel).toMatchObject({
      fidelity: 'channel',
      typical: 'cell',
      sensingClusters: 'target-centric',
      precoders: 'literal',
      assumptions: ['mean-requests', 'no-abandonment'],
      seed: 'some text',
      relativeBias: 0.01,
      communication: { rate: { confidence: 0.9 } },
    })
    const planned = await simulated('--hard-core-distance', '0.3', '--trials', '1')
    const random = await simulated('--trials', '1')
    expect(planned.hardCoreDistance).toBe(0.3)
    expect(planned.communication.rate.mean).not.toBe(random.communication.rate.mean)
  })

  it('counts requests where they are counted', async () => {
    const { nulling } = await simulated('--fidelity', 'channel', '--set', 'J=5', '--set', 'Q=4', '--trials', '4000')
    expect(nulling.counted).toBe(true)
    expect(nulling.meanRequests).toBeGreaterThan(14)
    expect(nulling.meanRequests).toBeLessThan(16)
    expect(nulling.abandonedFraction).toBeGreaterThan(0.005)
    expect(nulling.distribution.reduce((sum: number, p: number) => sum + p)).toBeCloseTo(1, 12)
    const mean = nulling.distribution.reduce((sum: number, p: number, n: number) => sum + p * n, 0)
    expect(mean).toBeCloseTo(nulling.meanRequests, 10)
    const { typical, serving, servingMean, communication, sensing } = nulling.estimates
    expect(typical.map((estimated: { mean: number }) => estimated.mean)).toEqual(nulling.distribution)
    expect(serving.length).toBe(typical.length)
    expect(servingMean.mean).toBeLessThan(nulling.meanRequests)
    expect(servingMean.interval[1] - servingMean.mean).toBeGreaterThan(servingMean.standardError)
    expect([communication.length, sensing.length]).toEqual([0, 3])
    expect(sensing[0].mean).toBeGreaterThan(0)
    expect((await simulated('--trials', '1')).nulling.estimates).toBeNull()
  })

  it('ends when both intervals are narrow enough', async () => {
    const document = await simulated('--relative-error', '2%', '--confidence', '0.9')
    expect(document).toMatchObject({ ended: 'reached', until: { relativeError: 0.02, confidence: 0.9 } })
    for (const { rate } of [document.communication, document.sensing]) {
      expect(rate.confidence).toBe(0.9)
      expect((rate.interval[1] - rate.interval[0]) / 2 / rate.mean).toBeLessThanOrEqual(0.02)
    }
  })
})

describe('isacnet simulate', { timeout: 30_000 }, () => {
  it('says for people what was sampled, how precisely, and what was counted', async () => {
    const argv = ['simulate', '--threads', '1', '--trials', '1000', '--coverage']
    const { exitCode, stdout, stderr } = await capture([
      ...argv,
      '--fidelity',
      'channel',
      '--set',
      'K=3',
      '--set',
      'L=2',
    ])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(
      /^Simulated: channel with sampled-in-law precoders, typical user, bs-centric clusters, seed 1\.$/m,
    )
    expect(stdout).toMatch(/^ +rate \(nat\/s\/Hz\) +± \(95 %\) +ASE \(nat\/s\/Hz\/km²\) +± \(95 %\)$/m)
    expect(stdout).toMatch(/^communication, per user +\d\.\d+ +0\.\d+ +\d+\.\d+ +\d\.\d+$/m)
    expect(stdout).toMatch(/^SIR > 0 dB +0\.\d+ +0\.\d+ +0\.\d+ +0\.\d+$/m)
    expect(stdout).toMatch(/^nulling +3 requests per base station on average, 0 % of them abandoned$/m)
    expect(stdout).toMatch(/^ +\d\.\d+ ± 0\.\d+ at the base station that serves a user or a target$/m)
    expect(stdout).not.toMatch(/’ requests abandoned/)
    expect(stdout).toMatch(/^trials +1,\d{3}$/m)
    expect(stdout).toMatch(/^bias +at most \S+ % too low \(asked for 0\.01 %\)$/m)
  })

  it('says what users and targets were refused, by rank', async () => {
    const set = ['Mt=12', 'K=3', 'L=3', 'J=2', 'Q=2'].flatMap((change) => ['--set', change])
    const { stdout } = await capture([
      'simulate',
      '--threads',
      '1',
      '--trials',
      '1000',
      '--fidelity',
      'channel',
      ...set,
    ])
    expect(stdout).toMatch(/^ +\S+ % \(nearest\) to \S+ % \(farthest\) of users’ requests abandoned$/m)
    expect(stdout).toMatch(/^ +\S+ % of targets’ requests abandoned$/m)
  })

  it('shows progress on a terminal only, in one line that does not wrap', async () => {
    const argv = ['simulate', '--threads', '1', '--trials', '100_000']
    expect((await capture(argv)).stderr).toBe('')
    const { stderr } = await capture(argv, { isTTY: true })
    const shown = stderr.split('\r\u001b[K').filter((line) => line !== '')
    expect(shown).not.toEqual([])
    for (const line of shown) {
      expect(line).toMatch(/^[█░]{16} +\d+ % · \S+ s left · [\d,]+ trials · [\d,]+\/s · R_c /)
      expect([...line].length).toBeLessThan(80)
    }
    expect(stderr.endsWith('\r\u001b[K')).toBe(true)
  })
})

describe('a saved simulation', { timeout: 30_000 }, () => {
  const file = () => join(directory, 'run.json')
  const save = (...argv: string[]) => simulated('--set', 'K=2', '--out', file(), ...argv)
  const saved = async () => JSON.parse(await readFile(file(), 'utf8'))

  it('has what was printed, and a checkpoint', async () => {
    const printed = await save('--trials', '5000')
    const { checkpoint, ...rest } = await saved()
    expect(rest).toEqual(printed)
    expect(checkpoint).toMatchObject({ format: 'isacnet-simulation', state: { sums: { trials: printed.trials } } })
    expect(await readdir(directory)).toEqual(['run.json'])
  })

  it('goes on to the same result as a run that was never stopped', async () => {
    await save('--trials', '5000', '--sensing-clusters', 'target-centric', '--unit', 'bits', '--confidence', '0.9')
    const resumed = await simulated('--resume', file(), '--trials', '12_000')
    const whole = await simulated(
      ...['--set', 'K=2', '--sensing-clusters', 'target-centric', '--trials', '12000'],
      ...['--unit', 'bits', '--confidence', '0.9'],
    )
    expect(withoutTime(resumed)).toEqual(withoutTime(whole))
    expect(resumed.trials).toBeGreaterThanOrEqual(12_000)
    expect(withoutTime(resumed)).toEqual(withoutTime((({ checkpoint: _checkpoint, ...rest }) => rest)(await saved())))
  })

  it('may be resumed with flags that agree with it, into another file', async () => {
    await save('--trials', '1000', '--seed', 'a')
    const other = join(directory, 'other.json')
    const before = await readFile(file(), 'utf8')
    const { trials } = await simulated(
      ...['--resume', file(), '--out', other, '--set', 'K=2', '--seed', 'a', '--trials', '5000'],
    )
    expect(await readFile(file(), 'utf8')).toBe(before)
    expect(trials).toBeGreaterThanOrEqual(5000)
    expect(JSON.parse(await readFile(other, 'utf8')).trials).toBe(trials)
  })

  it('goes on from a file of the earlier format, whose members had other names, and writes those of now', async () => {
    const earlier = new URL('../../../test/format-1-run.json', import.meta.url)
    const before = JSON.parse(await readFile(earlier, 'utf8'))
    expect(before.checkpoint).toMatchObject({ version: 1, definition: { clusters: 'target-centric', biasBound: 1e-3 } })
    const document = await simulated('--resume', earlier.pathname, '--out', file(), '--trials', '9000')
    expect(document).toMatchObject({ network: before.parameters, seed: 7, relativeBias: 1e-3 })
    expect(document).toMatchObject({ sensingClusters: 'target-centric', communication: { rate: { confidence: 0.95 } } })
    expect(document.trials).toBeGreaterThan(before.trials)
    expect((await saved()).checkpoint.version).toBe(2)
  })

  it('is refused in one line where the earlier format took a seed for another', async () => {
    const earlier = await readFile(new URL('../../../test/format-1-run.json', import.meta.url), 'utf8')
    await writeFile(file(), earlier.replaceAll('"seed": 7', '"seed": 1.5'))
    const { exitCode, stderr } = await capture(['simulate', '--resume', file(), '--threads', '1'])
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `isacnet: --resume must be a file that isacnet simulate --out wrote, got ‘${file()}’: its seed, the number 1.5, is of an earlier version and gives other random numbers now; simulate anew\n`,
    })
  })

  it('says when there is nothing to do', async () => {
    await save('--trials', '1000')
    const { exitCode, stderr } = await capture(['simulate', '--resume', file(), '--threads', '1'])
    expect(exitCode).toBe(0)
    expect(stderr).toBe(`isacnet: there was nothing to do: ‘${file()}’ has what was asked for\n`)
  })

  it.each([
    [['--set', 'K=3'], 'usersPerCell (K) must be 2, as in the checkpoint, got 3'],
    [['--set', 'M_t=40'], 'transmitAntennas (M_t) must be 20, as in the checkpoint, got 40'],
    [['--seed', '2'], 'seed must be 1, as in the checkpoint, got 2'],
    [['--seed', '01'], 'seed must be 1, as in the checkpoint, got 01'],
    [['--fidelity', 'channel'], 'fidelity must be gain-law, as in the checkpoint, got channel'],
    [['--typical', 'cell'], 'typical must be user, as in the checkpoint, got cell'],
    [
      ['--sensing-clusters', 'target-centric'],
      'sensingClusters must be bs-centric, as in the checkpoint, got target-centric',
    ],
    [['--precoders', 'literal'], 'precoders must be sampled-in-law, as in the checkpoint, got literal'],
    [['--assumptions', 'mean-requests'], 'assumptions must be none, as in the checkpoint, got mean-requests'],
    [['--hard-core-distance', '0.1'], 'hardCoreDistance must be 0, as in the checkpoint, got 0.1'],
    [['--relative-bias', '1e-3'], 'relativeBias must be 0.0001, as in the checkpoint, got 0.001'],
  ])('is refused with %j', async (flags, message) => {
    await save('--trials', '1')
    const before = await readFile(file(), 'utf8')
    const { exitCode, stdout, stderr } = await capture(['simulate', '--resume', file(), '--threads', '1', ...flags])
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: '', stderr: `isacnet: ${message}\n` })
    expect(await readFile(file(), 'utf8')).toBe(before)
  })

  it.each([
    ['torn', (text: string) => text.slice(0, text.length / 2), 'it is invalid or truncated JSON'],
    ['empty', () => '', 'it is invalid or truncated JSON'],
    ['some other document', () => '[]', 'it is not a JSON object'],
    ['without its checkpoint', (text: string) => edited(text, (run) => delete run.checkpoint), 'it has no checkpoint'],
    ['without its unit', (text: string) => edited(text, (run) => delete run.unit), 'its unit is missing'],
    [
      'of another version',
      (text: string) =>
        edited(text, (run) => {
          run.checkpoint!.version = 3
        }),
      'its version must be 1 or 2, got 3',
    ],
  ])('is refused when it is %s', async (_, change, reason) => {
    await save('--trials', '1')
    await writeFile(file(), change(await readFile(file(), 'utf8')))
    const { exitCode, stdout, stderr } = await capture(['simulate', '--resume', file(), '--threads', '1'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe(
      `isacnet: --resume must be a file that isacnet simulate --out wrote, got ‘${file()}’: ${reason}\n`,
    )
  })

  it('is made with the directories it needs', async () => {
    const deep = join(directory, 'made', 'on demand', 'run.json')
    const { trials } = await simulated('--trials', '1', '--out', deep)
    expect(JSON.parse(await readFile(deep, 'utf8')).trials).toBe(trials)
  })

  it('is not begun where it can’t be written', async () => {
    const { exitCode, stdout, stderr } = await capture([
      'simulate',
      '--threads',
      '1',
      '--trials',
      '1',
      '--out',
      directory,
    ])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe(
      `isacnet: --out must be a file that can be written, got ‘${directory}’: there is a directory of that name\n`,
    )
  })
})

interface SavedDocument {
  unit?: string
  checkpoint?: { version: number }
}

const edited = (text: string, edit: (document: SavedDocument) => unknown): string => {
  const document = JSON.parse(text)
  edit(document)
  return JSON.stringify(document)
}

describe('isacnet simulate with users as a Poisson process', { timeout: 30_000 }, () => {
  const flags = ['--set', 'K=2', '--set', 'lambda_u=1', '--set', 'lambda_t=0.5', '--trials', '500']

  it('has what load makes of the rates, and says which rate it is', async () => {
    const document = await simulated(...flags, '--fidelity', 'channel', '--unit', 'bits')
    const network = defineNetwork({ K: 2, lambda_u: 1, lambda_t: 0.5 })
    const definition = defineSimulation(network, { fidelity: 'channel' })
    const { state } = await runSimulation(definition, { until: { trials: 500 } })
    const { communication, load } = summarize(state.sums)
    expect(document.communication.rate.mean).toBeCloseTo(communication.mean / Math.LN2, 12)
    expect(document.communication.ase.mean).toBeCloseTo(load!.communication.ase.mean / Math.LN2, 12)
    expect(document.load.activeShare.mean).toBe(load!.activeShare.mean)
    expect(document.load.sensing.servedShare.mean).toBe(load!.sensing.servedShare.mean)
    expect(document).not.toHaveProperty('nulling')
    const { stdout } = await capture(['simulate', '--threads', '1', ...flags, '--fidelity', 'channel'])
    expect(stdout).toContain('Rates are those of a typical user or target while it is served')
    expect(stdout).toMatch(/served +a user [\d.]+ % of the time/)
    expect(stdout).toMatch(/active +[\d.]+ % of the stations/)
  })

  it('refuses the gain laws in one line', async () => {
    const { exitCode, stderr } = await capture(['simulate', '--threads', '1', ...flags])
    expect(exitCode).toBe(2)
    expect(stderr).toBe('isacnet: fidelity must be channel, if userDensity (λ_u) is finite, got gain-law\n')
  })
})
