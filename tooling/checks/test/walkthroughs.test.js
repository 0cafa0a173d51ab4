import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTests } from '../src/perturb/own-tests.js'
import { applySteps, followed, walkthroughSteps } from '../src/walkthrough.js'
import { repositoryRoot } from '../src/workspace.js'

const run = promisify(execFile)
const patience = 300_000

describe('a walkthrough', () => {
  const fence = '```'
  const text = [
    '',
    '## Adding a thing',
    `${fence}ts a/new.ts`,
    'export const thing = 1',
    fence,
    `${fence}sh`,
    'no step',
    fence,
    `${fence}diff a/table.ts`,
    " import './old.js'",
    "+import './new.js'",
    '',
    '-const things = [old]',
    '+const things = [old, thing]',
    fence,
    '## Something else',
    `${fence}ts a/other.ts`,
    fence,
    '',
  ].join('\n')

  it('is made of the code blocks that name a file', () => {
    expect(walkthroughSteps(text, 'Adding a thing')).toEqual([
      { path: 'a/new.ts', text: 'export const thing = 1\n' },
      {
        path: 'a/table.ts',
        replacements: [
          { before: "import './old.js'", after: "import './old.js'\nimport './new.js'" },
          { before: 'const things = [old]', after: 'const things = [old, thing]' },
        ],
      },
    ])
    expect(() => walkthroughSteps(text, 'Adding another')).toThrow('there is no heading ‘Adding another’')
  })

  it('is followed once, where its lines are', () => {
    const root = mkdtempSync(join(tmpdir(), 'isacnet-steps-'))
    try {
      const steps = walkthroughSteps(text, 'Adding a thing')
      expect(() => applySteps(root, steps.slice(1))).toThrow(/ENOENT/)
      applySteps(root, [{ path: 'a/table.ts', text: "import './old.js'\n\nconst things = [old]\n" }])
      applySteps(root, steps)
      expect(readFileSync(join(root, 'a/table.ts'), 'utf8')).toBe(
        "import './old.js'\nimport './new.js'\n\nconst things = [old, thing]\n",
      )
      expect(() => applySteps(root, steps)).toThrow('‘a/new.ts’ is there already')
      expect(() => applySteps(root, steps.slice(1))).toThrow(
        '‘const things = [old]’ must be in ‘a/table.ts’ once, got 0 times',
      )
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})

describe('adding a deployment', { timeout: patience }, () => {
  /** @type {{ root: string, remove: () => void }} */
  let copy
  beforeAll(() => {
    copy = followed(repositoryRoot, 'Adding a deployment')
  }, patience)
  afterAll(() => copy?.remove())

  /** @param {readonly string[]} args */
  const node = async (...args) => (await run(process.execPath, args, { cwd: copy.root })).stdout
  /** @param {string[]} args a script in TypeScript and its arguments */
  const script = (...args) => node('--import', 'tsx', '--conditions', '@isacnet/source', ...args)
  /** @param {string[]} argv */
  const isacnet = (...argv) => script(join('apps', 'cli', 'src', 'main.ts'), ...argv)
  /** @param {string} code of a module in the copy's folder */
  const evaluated = async (code) => {
    const file = join(copy.root, 'apps', 'docs', 'walkthrough.ts')
    writeFileSync(file, code)
    return JSON.parse(await script(file))
  }
  /** @param {string} path */
  const inCopy = (path) => readFileSync(join(copy.root, path), 'utf8')

  it('passes the tests that all deployments pass', async () => {
    const { failed, passed, faults } = await runTests(
      copy.root,
      'stochastic-geometry',
      ['run', 'src/processes/deployments.test.ts'],
      AbortSignal.timeout(patience),
    )
    expect({ failed, faults }).toEqual({ failed: [], faults: [] })
    expect(passed.filter(({ test }) => test.startsWith('square-lattice')).length).toBeGreaterThan(0)
  })

  it('fits the types of every package that the command and the explorer are made of, and is formatted', async () => {
    const require = createRequire(join(copy.root, 'package.json'))
    const tsc = require.resolve('typescript/bin/tsc')
    for (const app of ['cli', 'docs']) expect(await node(tsc, '--noEmit', '-p', join('apps', app)), app).toBe('')
    const biome = require.resolve('@biomejs/biome/bin/biome')
    await node(biome, 'check', '--vcs-enabled=false', join('packages', 'stochastic-geometry', 'src', 'processes'))
  })

  it('is simulated and drawn, for people and programs, from a file as well', async () => {
    const flags = ['--deployment', 'square-lattice', '--threads', '1', '--trials', '6000']
    const file = join(copy.root, 'run.json')
    const document = JSON.parse(await isacnet('simulate', ...flags, '--json', '--out', file))
    expect(document).toMatchObject({ deployment: 'square-lattice', hardCoreDistance: 0 })
    // A regular network keeps interferers away: in a Poisson process the exact rate is 1.3416 nats.
    expect(document.sensing.rate.interval[0]).toBeGreaterThan(1.5)
    expect(await isacnet('simulate', '--resume', file, '--threads', '1')).toMatch(
      /^Simulated: gain-law, typical user, bs-centric clusters, deployment square-lattice, seed 1\.$/m,
    )
    const { definition, stations } = JSON.parse(
      await isacnet('topology', '--deployment', 'square-lattice', '--json', '--out', join(copy.root, 'drop.svg')),
    )
    expect(definition.deployment).toBe('square-lattice')
    // One base station per km²: places differ by whole km.
    for (const { x, y } of stations)
      for (const difference of [x - stations[0].x, y - stations[0].y])
        expect(difference - Math.round(difference)).toBeCloseTo(0, 9)
  })

  it('is completed and explained', async () => {
    expect(await isacnet('complete', '--', 'simulate', '--deployment', '')).toMatch(/^square-lattice\b/m)
    expect(await isacnet('help', 'simulate')).toMatch(
      /--deployment <name>\s+poisson or matern-hard-core or square-lattice/,
    )
    await script(join('apps', 'cli', 'scripts', 'write-schemas.ts'))
    await script(join('packages', 'scenario', 'scripts', 'write-schema.ts'))
    for (const path of [
      'apps/cli/schemas/simulate.schema.json',
      'apps/cli/schemas/topology.schema.json',
      'apps/cli/schemas/check.schema.json',
      'packages/scenario/schema/scenario.schema.json',
    ])
      expect(inCopy(path), path).toContain('"square-lattice"')
    await evaluated(
      "import { writeReferencePage } from './scripts/reference-page.ts'\nwriteReferencePage()\nconsole.log('true')\n",
    )
    expect(inCopy('apps/docs/pages/guide/reference.md')).toContain('square-lattice')
  })

  it('is swept', async () => {
    const scenario = join(copy.root, 'lattice.yaml')
    writeFileSync(
      scenario,
      'sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ simulation: { deployment: square-lattice, trials: 100 } }]\n',
    )
    expect(await isacnet('check', scenario)).toContain('deployment square-lattice')
    const out = join(copy.root, 'study')
    await isacnet('sweep', scenario, '--out', out, '--threads', '1')
    expect(readFileSync(join(out, 'results.csv'), 'utf8').trim().split('\n')).toHaveLength(3)
  })

  it('can be chosen in the explorer, whose command and permalink say so', async () => {
    const said = await evaluated(
      [
        "import { cliCommand } from './src/explorer/share/cli-command.ts'",
        "import { initialExplorerState } from './src/explorer/state/explorer-state.ts'",
        "import { permalinkQuery, readPermalink } from './src/explorer/state/permalink.ts'",
        "import { samplingParameters, withSampling } from './src/explorer/state/sampling.ts'",
        "const deployment = samplingParameters.find(({ name }) => name === 'deployment')",
        "const sampling = withSampling({}, deployment, 'square-lattice')",
        "const state = { ...initialExplorerState, view: 'drop', sampling }",
        'const query = permalinkQuery(state)',
        'const { state: again, problems } = readPermalink(query)',
        'console.log(JSON.stringify({ choices: deployment.permitted, query, command: cliCommand(again), problems }))',
      ].join('\n'),
    )
    expect(said.choices).toContain('square-lattice')
    expect(said.query).toBe('view=drop&deployment=square-lattice')
    expect(said.command).toMatch(/^isacnet topology .* --deployment square-lattice$/)
    expect(said.problems).toEqual([])
  })
})
