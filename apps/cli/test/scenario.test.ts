import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleScenario } from '@isacnet/scenario'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { capture } from './captured-io.js'

// All of mathjs, from its sources, takes seconds to load.
beforeAll(() => capture(['check', '-'], { stdin: 'network: { K: 1 + 1 }' }), 120_000)

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-scenario-'))
  file = join(directory, 'study.yaml')
})
afterEach(() => rm(directory, { recursive: true }))

const check = (stdin: string, ...options: string[]) => capture(['check', '-', ...options], { stdin })

describe('isacnet init', () => {
  it('writes an example that check accepts', async () => {
    expect(await capture(['init', file])).toEqual({ exitCode: 0, stdout: `${file}\n`, stderr: '' })
    expect(await readFile(file, 'utf8')).toBe(exampleScenario)
    const { exitCode, stdout, stderr } = await capture(['check', file])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain(`${file} is fine: 8 points.\n`)
  }, 60_000)

  it('replaces no file unless told to', async () => {
    await writeFile(file, 'mine')
    expect(await capture(['init', file])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `isacnet: the file must not exist yet, got ‘${file}’: --force replaces it\n`,
    })
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect((await capture(['init', file, '--force'])).exitCode).toBe(0)
    expect(await readFile(file, 'utf8')).toBe(exampleScenario)
    expect(await readdir(directory)).toEqual(['study.yaml'])
  })

  it('writes to stdout for -', async () => {
    expect(await capture(['init', '-'])).toEqual({ exitCode: 0, stdout: exampleScenario, stderr: '' })
  })

  it('says what it can’t write', async () => {
    for (const [path, reason] of [
      [
        join(directory, 'none', 'study.yaml'),
        /the file must be one that can be written, got ‘.*’: it can’t be made there/,
      ],
      [directory, /the file must not exist yet/],
    ] as const) {
      const { exitCode, stdout, stderr } = await capture(['init', path])
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
      expect(stderr).toMatch(reason)
    }
    expect((await capture(['init', directory, '--force'])).stderr).toMatch(
      /^isacnet: the file must be a file that can be written/,
    )
  })
})

describe('isacnet check', () => {
  it('shows points, what follows from them, and what is computed', async () => {
    const { exitCode, stdout, stderr } = await check(
      `
network: { transmitPower: 30 dBm, K: "floor(0.6 * M_t)" }
infeasible: skip
sweep:
  - { vary: Mt, values: [10, 20] }
  - { vary: L, values: [1, 2] }
compute:
  - name: printed
    theorem: { communicationMethod: theorem-1, objective: sum, rho: 0.3 }
  - simulation: { fidelity: channel, precoders: literal, assumptions: [mean-requests], trials: 1000, hardCoreDistance: 100 m }
  - optimization: { objective: min(Tc, Ts), minSensingRate: 1 bit/s/Hz, minSensingClusterSize: 2 }
`.replace('min(Tc, Ts)', '"min(Tc, Ts)"'),
    )
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toBe(`stdin is fine: 2 points, 2 infeasible ones left out.

point  transmitAntennas  communicationClusterSize   K  antennas used
    0                10                         1   6        6 of 10
    1                20                         1  12       12 of 20

printed       communication theorem-1, sensing exact, bs-centric clusters, ρT_c + (1−ρ)T_s with ρ = 0.3
simulation    simulated: channel with literal precoders, mean-requests, typical user, bs-centric clusters, base stations at least 0.1 km apart, 1000 trials, 95 % intervals
optimization  the largest min(Tc, Ts), R_s ≥ 0.693147 nat/s/Hz, Q ≥ 2, communication exact, sensing exact, bs-centric clusters

${stdout.slice(stdout.indexOf('Roughly'))}`)
    expect(stdout).toMatch(
      /\nRoughly \S+ m?s on one core\.\n {2}theorems {6}2 networks .*\n {2}simulation {4}\S+ trials in 2 blocks .*\n {2}optimization {2}2 searches .*\n$/,
    )
  }, 60_000)

  it('shows some of many points, and all with --json', async () => {
    const text = 'sweep: [{ vary: alpha, linspace: { start: 3, stop: 5, count: 100 } }]'
    const { stdout } = await check(text)
    expect(stdout).toMatch(/\n +10 +\S+ +1 of 20\n +…\n +99 +5 +1 of 20\n/)
    const { exitCode, stdout: json, stderr } = await check(text, '--json')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const document = JSON.parse(json)
    expect(Object.keys(document)).toEqual([
      'file',
      'title',
      'axes',
      'points',
      'skippedPoints',
      'outputs',
      'seed',
      'cost',
    ])
    expect(document.file).toBe('stdin')
    expect(document.points).toHaveLength(100)
    expect(document.points[99].network.pathLossExponent).toBe(5)
    expect(document.cost).toMatchObject({
      theorem: { networks: 100 },
      simulation: { trials: 0, blocks: 0, seconds: 0 },
      optimization: { searches: 0, seconds: 0 },
    })
  })

  it('says in one line what is wrong, where', async () => {
    await writeFile(file, 'network:\n  transmitPower: 30 dbm\n')
    const { exitCode, stdout, stderr } = await capture(['check', file])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe(
      `isacnet: ${file}:2:21: transmitPower (P_t) must be a number in W, mW, uW, kW, dBm, dBW or the like, got the unknown unit ‘dbm’: did you mean ‘dBm’?\n`,
    )
    expect((await check('network: { K: 12, L: 2 }')).stderr).toMatch(/^isacnet: stdin:1:15: K·L \+ J·\(Q−1\) = .*\n$/)
  })

  it('lets no file speak to the terminal', async () => {
    const { stderr } = await check('seed: "\u009b31m"\ntitle: x\noutput: { unit: "\\e[31mred" }\n')
    expect(stderr).toMatch(/^isacnet: stdin:3:17: unknown output\.unit ‘\\u001b\[31mred’/)
  })

  it('says which files it can’t read', async () => {
    await mkdir(join(directory, 'folder'))
    await writeFile(join(directory, 'latin1'), Buffer.from([0x61, 0x3a, 0xe9]))
    for (const [path, reason] of [
      [join(directory, 'nothing'), 'there is no file of that name'],
      [join(directory, 'folder'), 'there is a directory of that name'],
      [join(directory, 'latin1'), 'it is not valid UTF-8'],
      ['/dev/zero', 'a scenario has at most 1000000 bytes'],
    ] as const)
      expect(await capture(['check', path])).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `isacnet: the scenario must be a file that can be read, or - for stdin, got ‘${path}’: ${reason}\n`,
      })
    expect((await capture(['check', ''])).stderr).toMatch(/got an empty value\n$/)
    expect((await capture(['check'])).stderr).toBe("isacnet: missing required argument 'file'\n")
    expect((await capture(['check', '-'])).stderr).toBe(
      'isacnet: stdin:1:1: a scenario must be a mapping, got an empty file\n',
    )
  })
})
