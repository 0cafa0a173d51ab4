import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { exportedExamples, runDocExample } from '../src/doc-examples.js'

const packages = fileURLToPath(new URL('../../../packages', import.meta.url))

/** Functions whose example isn't executed here, and why. */
const notExecuted: Readonly<Record<string, string>> = {
  workerRunner: 'its threads load modules of packages, which need a build or a loader; the example of the README runs',
  workerThreads: 'likewise',
  redisStudy: 'needs a Redis server',
  redisWorker: 'needs a Redis server',
}

const isClass = (value: object): boolean => /^class\b/.test(Function.prototype.toString.call(value))

/** Every entry of every package, such as `engine/redis`, with what it exports. */
const entries = await Promise.all(
  (await readdir(packages)).map(async (folder) => {
    const { exports } = JSON.parse(await readFile(join(packages, folder, 'package.json'), 'utf8'))
    return Promise.all(
      Object.entries<{ '@isacnet/source'?: string }>(exports).map(async ([key, { '@isacnet/source': source }]) => {
        if (source === undefined) return []
        const path = join(packages, folder, source)
        const exported: Record<string, unknown> = { ...(await import(path)) }
        const functions = Object.keys(exported).filter((name) => {
          const value = exported[name]
          return typeof value === 'function' && !isClass(value)
        })
        return [{ name: `${folder}${key.slice(1)}`, folder, exported, functions, examples: exportedExamples(path) }]
      }),
    )
  }),
).then((nested) => nested.flat(2))

/** The names of all packages are there in an example, and two empty folders: `folder` and `anotherFolder`. */
const everything = Object.assign({}, ...entries.map(({ exported }) => exported))

const scratch = await mkdtemp(join(tmpdir(), 'isacnet-examples-'))
const emptyFolder = (): Promise<string> => mkdtemp(join(scratch, 'folder-'))

afterAll(() => rm(scratch, { recursive: true }))

describe('docstrings', () => {
  it('have an example for every public function', () => {
    const without = entries.flatMap(({ name, functions, examples }) =>
      functions.filter((exported) => !examples.get(exported)?.length).map((exported) => `${name}: ${exported}`),
    )
    expect(entries.length).toBeGreaterThan(15)
    expect(without).toEqual([])
  })

  it.each(Object.keys(notExecuted))('%s, whose example is not executed, is a public function', (name) => {
    expect(entries.flatMap(({ functions }) => functions)).toContain(name)
  })

  it('have no example that is not executed because nothing public has it', async () => {
    for (const folder of new Set(entries.map((entry) => entry.folder))) {
      const found = entries.filter((entry) => entry.folder === folder).flatMap(({ examples }) => [...examples.values()])
      const sources = (await readdir(join(packages, folder, 'src'), { recursive: true })).filter((path) =>
        /(?<!\.test)\.ts$/.test(path),
      )
      const texts = await Promise.all(sources.map((path) => readFile(join(packages, folder, 'src', path), 'utf8')))
      expect(found.flat().length, folder).toBe(texts.join('').match(/^\s*\* @example$/gm)?.length ?? 0)
    }
  })

  it.each(entries.filter(({ examples }) => [...examples.values()].flat().length > 0))(
    'of $name have examples whose values are what they say',
    { timeout: 60_000 },
    async ({ exported, examples }) => {
      for (const [name, texts] of examples)
        for (const text of Object.hasOwn(notExecuted, name) ? [] : texts) {
          const [folder, anotherFolder] = [await emptyFolder(), await emptyFolder()]
          const values = await runDocExample(text, { ...everything, ...exported, folder, anotherFolder })
          expect(values.length, `${name} has a value`).toBeGreaterThan(0)
          for (const { line, actual, expected } of values) expect(actual, `${name}: ${line}`).toEqual(expected)
        }
    },
  )
})

it('docstrings say what a thing returns, does or is, and begin with neither What nor Of', async () => {
  const root = join(packages, '..')
  const folders = ['packages', 'apps', 'tooling'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name, 'src')),
  )
  const sources = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))))
    .filter((path) => /\.[jt]s$/.test(path))
  expect(sources.length).toBeGreaterThan(500)
  const found = sources.flatMap((path) =>
    (readFileSync(join(root, path), 'utf8').match(/\/\*\*\s+(?:\* )?(?:What|Of) .*/g) ?? []).map(
      (text) => `${path}: ${text}`,
    ),
  )
  expect(found).toEqual([])
})

describe('READMEs', () => {
  const measured = /<!-- (accuracy|corners|assumptions):begin -->[\s\S]*?<!-- \1:end -->/g

  it.each([...new Set(entries.map(({ folder }) => folder))])(
    'of %s have an example, a table of all public functions, and say how accurate they are',
    async (folder) => {
      const readme = await readFile(join(packages, folder, 'README.md'), 'utf8')
      expect(readme).toMatch(/^```ts$/m)
      expect(readme).toMatch(/^## Accuracy$/m)
      const rows =
        readme
          .replace(measured, '')
          .match(/^\|.*$/gm)
          ?.join('\n') ?? ''
      const functions = entries.filter((entry) => entry.folder === folder).flatMap((entry) => entry.functions)
      expect(functions.filter((name) => !new RegExp(`\`${name}\\b`).test(rows))).toEqual([])
    },
  )
})
