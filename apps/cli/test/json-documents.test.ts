import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentName, documentJsonSchema, documents, type SchemaName, schemas } from '../scripts/json-schemas.js'
import { commandRows } from '../src/command-rows.js'
import { buildProgram } from '../src/program.js'
import { capture } from './captured-io.js'

const schemaFolder = fileURLToPath(new URL('../schemas', import.meta.url))
const names = Object.keys(documents) as DocumentName[]
const schemaNames = Object.keys(schemas) as SchemaName[]

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-documents-'))
  await writeFile(join(directory, 'study.yaml'), study)
  await writeFile(join(directory, 'sites.csv'), sites)
})
afterAll(() => rm(directory, { recursive: true }))

const study = `title: all kinds
sweep:
  - { vary: Q, values: [1, 2] }
compute:
  - theorem: { objective: 0.3*Tc + 0.7*Ts, quantities: [coverage, detection] }
  - simulation: { trials: 200, fidelity: channel, quantities: [coverage, median-rate] }
  - simulation: { relativeError: 10% }
  - optimization: { objective: communication, minSensingRate: 1 }
`

const sites =
  'name,lat,lon\nA,48.1,11.5\nB,48.12,11.53\nC,48.09,11.56\nA again,48.1,11.5\nfar,48.3,11.9\nE,48.05,11.6\nF,48.2,11.7\n'

/** A command may have several documents: `evaluate-load`. */
const commandOf = (name: string): string =>
  commandRows.some(({ usage }) => usage === name) ? name : name.split('-')[0]!

/** Command lines whose documents, together, have every member; `@` is the directory of the test. */
const asked: Readonly<Record<DocumentName, readonly string[]>> = {
  evaluate: [
    '',
    '--set J=2 --set Q=3 --sensing-method no-hole --unit bits --quantities coverage,percentile-rate',
    '--quantities range-error,median-rate',
  ],
  'evaluate-load': ['--set K=3 --set lambda_u=2', '--set lambda_u=0.5 --set lambda_t=1 --unit bits'],
  'evaluate-compare': ['--compare', '--compare --set K=3 --set Q=3 --quantities coverage'],
  distribution: [
    '--set K=5 --thresholds -10,0 --meta-thresholds 0 --threads 1 --simulate --trials 2000 --set rmsBandwidth=2e7',
    '--set L=2 --communication-method theorem-2 --meta-thresholds 0 --percentiles 5 --unit bits',
  ],
  simulate: [
    '--fidelity channel --control --set K=2 --trials 2048 --threads 1',
    '--threads 1 --trials 100 --quantities coverage:3dB,median-rate,detection',
    '--threads 1 --trials 100',
    '--threads 1 --trials 100 --fidelity channel --typical cell',
    '--threads 1 --relative-error 10% --seed text',
    '--threads 1 --trials 100 --fidelity channel --set lambda_u=2 --set lambda_t=1',
    '--threads 1 --sites @/sites.csv --region 11.4,48,11.6,48.2 --relative-error 20% --every-site --set L=2 --beyond-region nothing',
  ],
  validate: [
    '--threads 1 --trials 5000 --quantities coverage,detection,median-rate',
    '--threads 1 --set Q=2 --trials 100 --fidelity channel',
  ],
  'compare-deployments': [
    '--threads 1 --trials 4000 --deployment hexagonal --out @/gap.svg',
    '--threads 1 --trials 4000 --sites @/sites.csv --set Q=2 --unit bits',
  ],
  topology: ['--out @/drop.svg', '--out @/drop.svg --set J=5 --set Q=3 --set Mt=12 --seed 3 --all-requests'],
  map: ['--threads 1 --sites @/sites.csv --trials 100 --quantity percentile-rate:10% --out @/map.svg'],
  optimize: [
    '--set Mt=8',
    '--set Mt=8 --objective communication --min-sensing-rate 2',
    '--set Mt=4 --max-targets 1 --sites @/sites.csv --threads 1',
    '--set Mt=6 --objective communication-percentile-rate --unit bits --min-detection 0.1 --max-angle-error 95:200',
  ],
  region: [
    '--set Mt=6',
    '--set Mt=6 --metric rate --max-targets 2 --achievable',
    '--set Mt=5 --min-coverage 0.5 --plane communication-median-rate,sensing-detection',
  ],
  sweep: ['--out @/whole', '--out @/1 --shard 1/2', '--out @/2 --shard 2/2'].map(
    (flags) => `@/study.yaml --threads 1 ${flags}`,
  ),
  merge: ['@/1 @/2 --out @/merged'],
  diff: ['@/whole @/merged', '@/whole @/1'],
  init: ['@/scenario.yaml'],
  check: ['@/study.yaml', '@/scenario.yaml'],
  reproduce: ['fig4 fig9 --trials 100 --format csv --out @/figures'],
  audit: ['C3 C12 --trials 500'],
  parameters: [''],
}

describe('the documents of --json', { timeout: 120_000 }, () => {
  it.each(names)('%s is as its published schema says, and has no member that the schema has not', async (name) => {
    const schema = JSON.parse(await readFile(join(schemaFolder, `${name}.schema.json`), 'utf8'))
    const validate = new Ajv({ strict: false }).compile(schema)
    const command = commandOf(name)
    for (const flags of asked[name]) {
      const words = `${command} --json ${flags}`.replaceAll('@', directory).split(' ')
      const { stdout } = await capture(words.filter((word) => word !== ''))
      const document: unknown = JSON.parse(stdout)
      expect(validate(document) ? [] : validate.errors, words.join(' ')).toEqual([])
      expect(documents[name].safeParse(document).success, words.join(' ')).toBe(true)
    }
  })

  it('are refused by their schemas with a member too few, too many or of another type', async () => {
    const document = JSON.parse((await capture(['evaluate', '--json'])).stdout)
    const validate = new Ajv({ strict: false }).compile(documentJsonSchema('evaluate'))
    const { sumAse, ...rest } = document
    expect(validate(document)).toBe(true)
    expect(validate(rest)).toBe(false)
    expect(validate({ ...document, more: 1 })).toBe(false)
    expect(validate({ ...document, sumAse: String(sumAse) })).toBe(false)
  })

  it('have intervals with two ends, and deviations that may be infinite, which JSON has no number for', async () => {
    const validatorOf = (name: DocumentName) => new Ajv({ strict: false }).compile(documentJsonSchema(name))
    const simulated = JSON.parse((await capture('simulate --json --threads 1 --trials 4096'.split(' '))).stdout)
    const { interval } = simulated.communication.rate
    expect(validatorOf('simulate')(simulated)).toBe(true)
    interval.push(interval[1])
    expect(validatorOf('simulate')(simulated)).toBe(false)
    const audit = JSON.parse((await capture('audit C12 --json --trials 500'.split(' '))).stdout)
    audit.claims[0].readings[0].checks[0].deviation = null
    expect(validatorOf('audit')(audit)).toBe(true)
  })

  // npx -y pnpm@10.34.9 --filter isacnet schemas
  it('have the published schemas', async () => {
    for (const name of schemaNames)
      expect(await readFile(join(schemaFolder, `${name}.schema.json`), 'utf8'), name).toBe(
        `${JSON.stringify(documentJsonSchema(name), null, 2)}\n`,
      )
    const published = (await readdir(schemaFolder)).filter((file) => file.endsWith('.schema.json'))
    expect(published.sort()).toEqual(schemaNames.map((name) => `${name}.schema.json`).sort())
  })

  it('are those of all commands but lines, a service and a script', async () => {
    const output = { write: () => undefined }
    const program = await buildProgram(['complete'], { stdout: output, stderr: output, env: {} })
    const withJson = program.commands.filter((command) => command.options.some(({ long }) => long === '--json'))
    const without = program.commands.filter((command) => !withJson.includes(command))
    expect(without.map((command) => command.name())).toEqual(['batch', 'worker', 'complete'])
    expect(new Set(names.map(commandOf))).toEqual(new Set(withJson.map((command) => command.name())))
  })
})

describe('the error of --json', () => {
  const failing: readonly (readonly [words: string, exitCode: number, document: object])[] = [
    [
      'evaluate --set K=2.5',
      2,
      { code: 'invalid-parameter', parameter: 'usersPerCell', value: 2.5, permitted: 'an integer ≥ 1' },
    ],
    ['evaluate --unit bit', 2, { code: 'unknown-name', value: 'bit', permitted: ['nats', 'bits'] }],
    ['simulate --set K=20 --set Q=2', 2, { code: 'infeasible-allocation' }],
    ['evaluate --sensing-method theorem-3', 2, { code: 'method-not-applicable' }],
    ['evaluate --sett K=5', 2, { code: 'usage' }],
    ['evaluate --set K5', 2, { code: 'usage' }],
    ['optimize --min-sensing-cluster-size 21', 2, { code: 'empty-feasible-set' }],
    ['diff nowhere nowhere', 2, { code: 'study-results' }],
  ]

  it.each(failing)('isacnet %s --json', async (words, exitCode, expected) => {
    const { stdout, stderr, ...rest } = await capture([...words.split(' '), '--json'])
    expect(rest).toEqual({ exitCode })
    const document: unknown = JSON.parse(stdout)
    expect(document).toEqual({ ...expected, message: stderr.slice('isacnet: '.length, -1) })
    const validate = new Ajv({ strict: false }).compile(documentJsonSchema('error'))
    expect(validate(document) ? [] : validate.errors).toEqual([])
    expect(schemas.error.safeParse(document).success).toBe(true)
  })
})
