import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** What rows of these tables are asked, whichever they are. */
const ownTests = [
  'src/processes/deployments.test.ts',
  'src/communication/communication-rate.test.ts',
  'src/figures/figures.test.ts',
  'test/drawn-figures.test.ts',
]

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

/** @type {{ root: string, remove: () => void }} */
let copy
beforeAll(() => {
  copy = followed(repositoryRoot, [
    'Adding a theorem',
    'Adding a quantity',
    'Adding a deployment',
    'Adding a claim',
    'Adding a figure',
  ])
}, patience)
afterAll(() => copy?.remove())

/** @param {readonly string[]} args */
const node = async (...args) => (await run(process.execPath, args, { cwd: copy.root, maxBuffer: 1 << 26 })).stdout
/** @param {string[]} args a script in TypeScript and its arguments */
const script = (...args) => node('--import', 'tsx', '--conditions', '@isacnet/source', ...args)
/** @param {string[]} lines of a module in the copy's folder `apps/docs`, whose last line of output is JSON */
const evaluated = async (...lines) => {
  const file = join(copy.root, 'apps', 'docs', 'walkthrough.ts')
  writeFileSync(file, lines.join('\n'))
  return JSON.parse((await script(file)).trimEnd().split('\n').at(-1) ?? '')
}
/** @param {string} path */
const inCopy = (path) => readFileSync(join(copy.root, path), 'utf8')

/**
 * The outputs of commands that run one after another in one process.
 *
 * @param {...string} commands whose words a blank separates; a last blank begins an empty word
 * @returns {Promise<any[]>}
 */
const printed = (...commands) =>
  evaluated(
    "import { run } from '../cli/src/run.ts'",
    'const outputs = []',
    `for (const argv of ${JSON.stringify(commands.map((command) => command.split(' ')))}) {`,
    "  let text = ''",
    '  const output = { write: (part) => { text += part } }',
    '  const exitCode = await run(argv, { stdout: output, stderr: output, env: {} })',
    "  outputs.push(exitCode === 0 ? text : 'ended with ' + exitCode + ': ' + text)",
    '}',
    'console.log(JSON.stringify(outputs))',
  )

/** @type {Promise<true> | undefined} */
let written
/** Writes the JSON Schemas and the reference of the command anew, once. */
const schemasAndReference = () => {
  written ??= evaluated(
    "import { writeReferencePage } from './scripts/pages/reference-page.ts'",
    "await import('../cli/scripts/write-schemas.ts')",
    "await import('../../packages/scenario/scripts/write-schema.ts')",
    'writeReferencePage()',
    "console.log('true')",
  )
  return written
}

/** @type {Promise<true> | undefined} */
let pages
/** Writes the pages of the claim and of all figures anew, once. */
const auditAndGallery = () => {
  pages ??= evaluated(
    "import { readdirSync, readFileSync } from 'node:fs'",
    "import { auditClaim, auditTools, findClaim } from '@isacnet/audit'",
    "import { recordComputed } from '../../tooling/checks/src/computed-record.js'",
    "import { writeAuditPage } from './scripts/pages/audit-page.ts'",
    "import { writeGalleryPages } from './scripts/pages/gallery-pages.ts'",
    "import { provenance } from './scripts/provenance.ts'",
    '// The data of the other figures are those of before.',
    "const folder = 'packages/figures/record'",
    'const others = readdirSync(folder).map((file) => {',
    "  const { content } = JSON.parse(readFileSync(folder + '/' + file, 'utf8'))",
    "  return { folder: 'figures', name: file.replace('.json', ''), compute: async () => content }",
    '})',
    'await recordComputed(others)',
    "const findings = [await auditClaim(findClaim('C17'), auditTools({ trials: 2000 }))]",
    "await writeAuditPage(findings, provenance(), '0.0.0')",
    'await writeGalleryPages(provenance(), findings)',
    "console.log('true')",
  )
  return pages
}

describe('the walkthroughs together', { timeout: patience }, () => {
  it('pass the tests that all rows of their tables pass', async () => {
    const { failed, passed, faults } = await runTests(
      copy.root,
      ['stochastic-geometry', 'analysis', 'figures'],
      ['run', ...ownTests],
      AbortSignal.timeout(patience),
    )
    expect({ failed, faults }).toEqual({ failed: [], faults: [] })
    for (const name of ['square-lattice', 'mean-gains', 'fig13'])
      expect(passed.filter(({ test }) => test.includes(name)).length, name).toBeGreaterThan(0)
  })

  it('fit the types of every package that the command and the explorer are made of, and are formatted', async () => {
    const require = createRequire(join(copy.root, 'package.json'))
    // One program for both, so that what they share is checked once.
    const project = join('apps', 'docs', 'tsconfig.walkthrough.json')
    const include = ['src', 'scripts', '../cli/src', '../cli/scripts']
    writeFileSync(join(copy.root, project), JSON.stringify({ extends: './tsconfig.json', include }))
    expect(await node(require.resolve('typescript/bin/tsc'), '--noEmit', '-p', project)).toBe('')
    const biome = require.resolve('@biomejs/biome/bin/biome')
    await node(biome, 'check', '--vcs-enabled=false', 'packages')
  })
})

describe('adding a deployment', { timeout: patience }, () => {
  it('is simulated and drawn, for people and programs, from a file as well', async () => {
    const [simulated, resumed, drawn] = await printed(
      'simulate --deployment square-lattice --threads 1 --trials 6000 --json --out run.json',
      'simulate --resume run.json --threads 1',
      'topology --deployment square-lattice --json --out drop.svg',
    )
    const document = JSON.parse(simulated)
    expect(document).toMatchObject({ deployment: 'square-lattice', hardCoreDistance: 0 })
    // A regular network keeps interferers away: in a Poisson process the exact rate is 1.3416 nats.
    expect(document.sensing.rate.interval[0]).toBeGreaterThan(1.5)
    expect(resumed).toMatch(
      /^Simulated: gain-law, typical user, bs-centric clusters, deployment square-lattice, seed 1\.$/m,
    )
    const { definition, stations } = JSON.parse(drawn)
    expect(definition.deployment).toBe('square-lattice')
    // One base station per km²: places differ by whole km.
    for (const { x, y } of stations)
      for (const difference of [x - stations[0].x, y - stations[0].y])
        expect(difference - Math.round(difference)).toBeCloseTo(0, 9)
  })

  it('is completed and explained', async () => {
    const [completion, help] = await printed('complete -- simulate --deployment ', 'help simulate')
    expect(completion).toMatch(/^square-lattice\b/m)
    expect(help).toMatch(/--deployment <name>\s+poisson or matern or hexagonal or square-lattice/)
    await schemasAndReference()
    for (const path of [
      'apps/cli/schemas/simulate.schema.json',
      'apps/cli/schemas/topology.schema.json',
      'apps/cli/schemas/check.schema.json',
      'packages/scenario/schema/scenario.schema.json',
    ])
      expect(inCopy(path), path).toContain('"square-lattice"')
    expect(inCopy('apps/docs/pages/guide/reference.md')).toContain('square-lattice')
  })

  it('is swept', async () => {
    writeFileSync(
      join(copy.root, 'lattice.yaml'),
      'sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ simulation: { deployment: square-lattice, trials: 100 } }]\n',
    )
    const [checked] = await printed('check lattice.yaml', 'sweep lattice.yaml --out lattice --threads 1')
    expect(checked).toContain('deployment square-lattice')
    expect(inCopy('lattice/results.csv').trim().split('\n')).toHaveLength(3)
  })

  it('can be chosen in the explorer, whose command and permalink say so', async () => {
    const said = await evaluated(
      [
        "import { cliCommand } from './src/explorer/share/cli-command.ts'",
        "import { initialExplorerState } from './src/explorer/state/explorer-state.ts'",
        "import { permalinkQuery, readPermalink } from './src/explorer/state/link/permalink.ts'",
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

describe('adding a theorem', { timeout: patience }, () => {
  const network = '--set K=5 --set L=2'

  it('is evaluated alone and beside the others, validated, and optimised by', async () => {
    const method = '--communication-method mean-gains'
    const [alone, same, compared, table, validated, optimum] = await printed(
      `evaluate ${network} ${method} --json`,
      // Theorem 2 at L = 1 and the same D.
      'evaluate --set K=5 --set Mt=15 --communication-method theorem-2 --json',
      `evaluate ${network} --compare --json`,
      `evaluate ${network} --compare`,
      `validate ${network} --trials 20000 --threads 1 --json`,
      `optimize ${method} --json`,
    )
    const { communication } = JSON.parse(alone)
    expect(communication.method).toBe('mean-gains')
    expect(communication.rate).toBeCloseTo(JSON.parse(same).communication.rate, 8)
    expect(JSON.parse(compared).communication.at(-1)).toMatchObject({ method: 'mean-gains', rate: communication.rate })
    expect(table).toMatch(/^mean-gains +2\.1457\d+ /m)
    expect(JSON.parse(validated).communication.methods.at(-1)).toMatchObject({
      method: 'mean-gains',
      verdict: 'rejected',
    })
    expect(JSON.parse(optimum).communication.method).toBe('mean-gains')
  })

  it('is completed and explained', async () => {
    const [completion, ...helps] = await printed(
      'complete -- evaluate --communication-method ',
      ...['evaluate', 'optimize', 'region'].map((command) => `help ${command}`),
    )
    expect(completion).toMatch(/^mean-gains\b/m)
    for (const help of helps) expect(help).toMatch(/exact, actual-requests,\s+theorem-1,\s+theorem-2\s+or\s+mean-gains/)
    await schemasAndReference()
    for (const path of [
      ...['evaluate', 'evaluate-compare', 'optimize', 'region', 'check', 'reproduce'].map(
        (document) => `apps/cli/schemas/${document}.schema.json`,
      ),
      'packages/scenario/schema/scenario.schema.json',
    ])
      expect(inCopy(path), path).toContain('"mean-gains"')
    expect(inCopy('apps/docs/pages/guide/reference.md')).toMatch(/theorem-2\s+or mean-gains/)
  })

  it('is swept', async () => {
    writeFileSync(
      join(copy.root, 'mean-gains.yaml'),
      'sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: { communicationMethod: mean-gains } }]\n',
    )
    const [checked] = await printed('check mean-gains.yaml', 'sweep mean-gains.yaml --out mean-gains --threads 1')
    expect(checked).toContain('mean-gains')
    expect(inCopy('mean-gains/results.csv').trim().split('\n')).toHaveLength(3)
  })

  it('is in the explorer’s table, curves and CSV, and has no law of the SIR', async () => {
    const said = await evaluated(
      "import { sirLaw } from '@isacnet/analysis'",
      "import { defineNetwork } from '@isacnet/model'",
      "import { curvesCsv } from './src/explorer/share/curves-csv.ts'",
      "import { initialExplorerState } from './src/explorer/state/explorer-state.ts'",
      "import { curveLook } from './src/explorer/views/curve-look.ts'",
      "import { methodCurves } from './src/explorer/views/curves/method-curves.ts'",
      "import { methodTable } from './src/explorer/workers/theorems/methods-of.ts'",
      "import { networkRates } from './src/explorer/workers/theorems/sweep.ts'",
      "const request = { values: initialExplorerState.values, clusters: 'bs-centric', relativeTolerance: 1e-6 }",
      'const points = [{ x: 5, ...networkRates(request) }]',
      "const own = { ...request, name: '' }",
      "let law = ''",
      "try { sirLaw(defineNetwork(), 'communication', { communicationMethod: 'mean-gains' }) } catch (error) { law = error.message }",
      'console.log(JSON.stringify({',
      '  rows: points[0].communication.map(({ title }) => title),',
      "  curves: methodCurves([own], [points], 'communication', 'rate', 'nats'),",
      '  looks: points[0].communication.map((_, place) => JSON.stringify(curveLook(place))),',
      '  legend: methodTable.map(({ title }) => title),',
      "  csv: curvesCsv([{ name: '', points }], 'usersPerCell', 'nats'),",
      '  law,',
      '}))',
    )
    const title = 'Theorem 2 without nulling'
    expect(said.rows.at(-1)).toBe(title)
    expect(said.curves.at(-1)).toMatchObject({ name: title, points: [{ x: 5, y: expect.any(Number) }] })
    expect(new Set(said.looks).size).toBe(5)
    expect(said.legend.at(-1)).toBe(title)
    expect(said.csv).toContain('communication-rate,mean-gains,')
    expect(said.law).toBe(
      'method ‘mean-gains’ requires the mean rate, of which alone it speaks, got the law of the SIR',
    )
  })
})

describe('adding a quantity', { timeout: patience }, () => {
  const network = '--set K=2 --set L=2 --set J=2 --set Q=2 --quantities bit-error'

  it('is computed, simulated and compared, for people and programs', async () => {
    const [exact, table, other, simulated, shown, validated, verdicts] = await printed(
      `evaluate ${network} --json`,
      `evaluate ${network} --compare`,
      `evaluate ${network} --communication-method theorem-2 --json`,
      `simulate ${network} --trials 40000 --threads 1 --json`,
      `simulate ${network} --trials 40000 --threads 1`,
      `validate ${network} --trials 40000 --threads 1 --json`,
      `validate ${network} --trials 40000 --threads 1`,
    )
    const { communication, sensing } = JSON.parse(exact)
    expect(sensing.quantities).toEqual([])
    const [{ name, value }] = communication.quantities
    expect(name).toBe('bit-error')
    // E e^(−SIR)/2 is small, but not that of a perfect channel.
    expect(value).toBeGreaterThan(1e-4)
    expect(value).toBeLessThan(0.1)
    expect(table).toMatch(/^bit error +/m)
    expect(table).toContain(value.toPrecision(7))
    expect(JSON.parse(other).communication.quantities[0].value).not.toBe(value)
    const [{ mean, standardError }] = JSON.parse(simulated).communication.quantities
    expect(Math.abs(mean - value)).toBeLessThan(5 * standardError)
    expect(standardError).toBeLessThan(0.05 * mean)
    expect(shown).toMatch(/^bit error +/m)
    const [found] = JSON.parse(validated).communication.quantities
    expect(found.methods[0]).toMatchObject({ method: 'exact', value, verdict: 'agrees' })
    expect(verdicts).toMatch(/^bit error, communication +theorem /m)
  })

  it('is in help, schemas and reference', async () => {
    await schemasAndReference()
    expect(inCopy('packages/scenario/schema/scenario.schema.json')).toContain('bit-error')
    expect(inCopy('apps/docs/pages/guide/reference.md')).toContain('bit-error')
    const [help] = await printed('help evaluate')
    expect(help).toContain('bit-error')
  })

  it('is swept and plotted', async () => {
    writeFileSync(
      join(copy.root, 'bit-error.yaml'),
      [
        'sweep: [{ vary: K, values: [1, 2] }]',
        'compute: [{ theorem: { quantities: [bit-error] } }, { simulation: { trials: 2000, quantities: [bit-error] } }]',
        'output: { plots: [svg], plotted: bit-error }',
      ].join('\n'),
    )
    const [swept] = await printed('sweep bit-error.yaml --out bit-error --threads 1')
    expect(swept).not.toContain('ended with')
    const [head = '', ...rows] = inCopy('bit-error/results.csv').trim().split('\n')
    const column = head.split(',').indexOf('communication_bit-error')
    expect(column).toBeGreaterThan(0)
    expect(rows).toHaveLength(4)
    for (const row of rows) expect(Number(row.split(',')[column])).toBeGreaterThan(0)
    expect(head).not.toContain('sensing_bit-error')
  })

  it('is an objective', async () => {
    const [best] = await printed('optimize --objective communication-bit-error --set Mt=6 --set Jmax=2 --json')
    // With all degrees of freedom for one user, or the most nulls for it.
    expect(JSON.parse(best).allocation).toMatchObject({ usersPerCell: 1 })
  })
})

describe('adding a claim', { timeout: patience }, () => {
  it('is judged, for people and programs', async () => {
    const [table, document] = await printed(
      'audit C17 --trials 2000 --threads 1',
      'audit C17 --trials 2000 --threads 1 --json',
    )
    expect(table).toMatch(/^C17 +holds +yes +R_c falls with K$/m)
    const [claim] = JSON.parse(document).claims
    expect(claim).toMatchObject({ id: 'C17', verdict: 'holds', waysAgree: true, figure: 'fig4' })
    expect(claim.readings[0].checks[0].evidence).toHaveLength(2)
  })

  it('is completed and explained', async () => {
    const [completion, help] = await printed('complete -- audit C', 'help audit')
    expect(completion).toMatch(/^C17\tR_c falls with K$/m)
    expect(help).toContain('C1 … C17 (default: all)')
    await schemasAndReference()
    expect(inCopy('apps/cli/schemas/audit.schema.json')).toContain('"C1 … C17"')
    expect(inCopy('apps/docs/pages/guide/reference.md')).toContain('C1 … C17')
  })

  it('has a place on the site', async () => {
    await auditAndGallery()
    expect(inCopy('apps/docs/pages/audit.md')).toContain('## C17: $R_c$ falls with $K$ {#c17}')
    expect(inCopy('apps/docs/pages/gallery/fig4.md')).toContain(
      '$R_c$ falls with $K$ ([C17](../audit.md#c17)): **holds**',
    )
  })
})

describe('adding a figure', { timeout: patience }, () => {
  const fileName = 'fig13-rate-vs-path-loss-exponent'

  it('is drawn, alone and with all others', async () => {
    const [document] = await printed(
      'reproduce fig13 --trials 2000 --threads 1 --out alone --format svg,csv,pgfplots --json',
      'reproduce all --fidelity none --threads 1 --out all --format csv',
    )
    const [manifest] = JSON.parse(document).figures
    expect(manifest).toMatchObject({ figure: 'fig13', swept: { parameter: 'pathLossExponent' } })
    expect(manifest.series).toHaveLength(4)
    expect(manifest.simulations).toHaveLength(2)
    for (const extension of ['svg', 'csv', 'tex', 'manifest.json'])
      expect(existsSync(join(copy.root, 'alone', `${fileName}.${extension}`)), extension).toBe(true)
    expect(inCopy('all/index.html')).toContain('<h2 id="fig13">')
  })

  it('is completed and explained', async () => {
    const [completion, help] = await printed('complete -- reproduce fig13', 'help reproduce')
    expect(completion).toMatch(/^fig13\tAverage rate of a user against the path-loss exponent$/m)
    expect(help).toContain('fig4 … fig13, or all')
    await schemasAndReference()
    expect(inCopy('apps/cli/schemas/reproduce.schema.json')).toContain('"fig4 … fig13"')
    expect(inCopy('apps/docs/pages/guide/reference.md')).toContain('fig4 … fig13')
  })

  it('has a page in the gallery', async () => {
    await auditAndGallery()
    const page = inCopy('apps/docs/pages/gallery/fig13.md')
    expect(page).toContain('# Figure 13: Average rate of a user against the path-loss exponent')
    expect(page).toContain('Theorem 2: from')
    expect(page).toMatch(/^Marks are simulations of \d+ trials or more/m)
    expect(inCopy('apps/docs/pages/gallery/index.md')).toContain('](./fig13.md)')
    expect(existsSync(join(copy.root, 'apps/docs/pages/public/gallery', `${fileName}.svg`))).toBe(true)
  })
})
