import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkDependencyDirection, cruiseRepository } from '../src/dependency-direction.js'
import { layers, permittedImports, placedPackages } from '../src/direction/layers.js'
import { manifestFaults } from '../src/direction/manifests.js'
import { roomCircles, roomedPackages } from '../src/direction/rooms.js'
import { directionRule, forbidden } from '../src/direction/rules.js'
import { repositoryRoot } from '../src/workspace.js'
import { writeFolder, writeRepository } from './fixture-repository.js'

/** One fault per rule: files of a small repository in which only that rule is broken. */
/** @type {Record<string, Record<string, string>>} */
const faults = {
  'apps-are-not-imported': {
    'apps/docs/src/index.ts': "import { run } from 'isacnet'\nrun()\n",
    'apps/cli/src/index.ts': 'export const run = () => {}\n',
  },
  'no-tooling-in-products': {
    'packages/model/src/index.ts': "export { preset } from '@isacnet/build'\n",
    'tooling/build/src/index.ts': 'export const preset = 1\n',
  },
  'only-tests-use-test-aids': {
    'packages/model/src/index.ts': "export { run } from '../../../tooling/checks/src/readme-examples.js'\n",
    'tooling/checks/src/readme-examples.js': 'export const run = 1\n',
  },
  'other-packages-by-name': {
    'packages/analysis/src/theorem.test.ts': "import '../../model/src/index.js'\n",
    'packages/model/src/index.ts': 'export const density = 1\n',
  },
  'no-cycles': {
    'packages/model/src/index.ts': "export { one } from './one.js'\n",
    'packages/model/src/one.ts': "import { two } from './two.js'\nexport const one = () => two\n",
    'packages/model/src/two.ts': "import { one } from './one.js'\nexport const two = () => one\n",
  },
  'commands-load-no-schemas': {
    'apps/cli/src/evaluate.ts':
      "import { unitSchema, type Unit } from './unit-schema.js'\nexport const unit: Unit = unitSchema\n",
    'apps/cli/src/unit-schema.ts': "export type Unit = string\nexport const unitSchema = 'bits'\n",
  },
  'workspace-imports-resolve': {
    'packages/analysis/src/index.ts': "export { density } from '@isacnet/model'\n",
  },
  'tests-are-not-imported': {
    'packages/model/src/index.ts': "export { one } from './one.test.js'\n",
    'packages/model/src/one.test.ts': 'export const one = 1\n',
  },
}

/**
 * @param {string} importer
 * @param {string} imported
 */
const repositoryWithImport = (importer, imported) =>
  writeRepository({
    [`packages/${importer}/src/index.ts`]: `export { value } from '@isacnet/${imported}'\n`,
    [`packages/${imported}/src/index.ts`]: 'export const value = 1\n',
  })

/** @param {string} root */
const brokenRules = async (root) => [...new Set((await cruiseRepository(root)).violations.map(({ rule }) => rule))]

describe('the rules on imports', () => {
  it('have a fault each below, or are the direction of a package', () => {
    expect([...Object.keys(faults), ...placedPackages.map(directionRule)].sort()).toEqual(
      forbidden.map((rule) => rule.name).sort(),
    )
  })

  it.each(Object.entries(faults))('%s catches its fault, alone', async (rule, files) => {
    expect(await brokenRules(writeRepository(files))).toEqual([rule])
  })

  it.each(placedPackages)('%s may not import a package of its own layer or of a higher one', async (name) => {
    const layer = layers.findIndex((names) => names.includes(name))
    const above = layers
      .slice(layer)
      .flat()
      .find((other) => other !== name)
    expect(await brokenRules(repositoryWithImport(name, /** @type {string} */ (above)))).toEqual([directionRule(name)])
  })

  it.each([
    ['analysis', 'simulation'],
    ['simulation', 'analysis'],
  ])('%s may not import %s, not even as a type', async (importer, imported) => {
    const root = writeRepository({
      [`packages/${importer}/src/index.ts`]: `import type { Rate } from '@isacnet/${imported}'\nexport type R = Rate\n`,
      [`packages/${imported}/src/index.ts`]: 'export type Rate = number\n',
    })
    expect(await brokenRules(root)).toEqual([directionRule(importer)])
  })

  it('name an import whose package is missing from the manifest', async () => {
    const root = writeRepository({ 'packages/model/src/index.ts': "export { rate } from '@isacnet/analysis'\n" })
    expect(await brokenRules(root)).toEqual(
      expect.arrayContaining([directionRule('model'), 'workspace-imports-resolve']),
    )
  })

  it('allow an import of a lower layer', async () => {
    expect(await brokenRules(repositoryWithImport('analysis', 'model'))).toEqual([])
  })

  it('let commands import the types of schemas, and schemas each other', async () => {
    const root = writeRepository({
      'apps/cli/src/evaluate.ts': "import type { Unit } from './unit-schema.js'\nexport const unit: Unit = 'bits'\n",
      'apps/cli/src/unit-schema.ts': "import { text } from './text-schema.js'\nexport type Unit = typeof text\n",
      'apps/cli/src/text-schema.ts': "export const text = 'bits'\n",
    })
    expect(await brokenRules(root)).toEqual([])
  })

  it('let apps import packages, and tests run README examples', async () => {
    const root = writeRepository({
      'apps/cli/src/index.ts': "import '@isacnet/model'\n",
      'packages/model/src/index.ts': 'export const density = 1\n',
      'packages/model/test/readme.test.ts': "import '../../../tooling/checks/src/readme-examples.js'\n",
      'tooling/checks/src/readme-examples.js': 'export const run = 1\n',
    })
    expect(await brokenRules(root)).toEqual([])
  })
})

describe('the rooms of a package', () => {
  /** @param {Record<string, string>} files */
  const circles = async (files) => {
    const { imports, violations } = await cruiseRepository(writeRepository(files))
    expect(violations).toEqual([])
    return roomCircles('packages/simulation', imports)
  }
  const src = 'packages/simulation/src'

  it('are those of packages that exist', () => {
    for (const folder of roomedPackages) expect(existsSync(join(repositoryRoot, folder, 'src')), folder).toBe(true)
  })

  it('may import each other in one direction, and index all of them', async () => {
    expect(
      await circles({
        [`${src}/index.ts`]: "export { one } from './kernel/one.js'\nexport { two } from './run/two.js'\n",
        [`${src}/kernel/one.ts`]: 'export const one = 1\n',
        [`${src}/run/two.ts`]: "import { one } from '../kernel/one.js'\nexport const two = 2 * one\n",
      }),
    ).toEqual([])
  })

  it('make a circle without one of files, which is named', async () => {
    expect(
      await circles({
        [`${src}/kernel/one.ts`]: 'export const one = 1\n',
        [`${src}/kernel/four.ts`]: "import { two } from '../run/two.js'\nexport const four = 2 * two\n",
        [`${src}/run/two.ts`]: "import { one } from '../kernel/one.js'\nexport const two = 2 * one\n",
      }),
    ).toEqual([
      [
        `${src}/kernel → ${src}/run → ${src}/kernel`,
        `  ${src}/kernel/four.ts imports ${src}/run/two.ts`,
        `  ${src}/run/two.ts imports ${src}/kernel/one.ts`,
      ].join('\n'),
    ])
  })

  it.each([
    ['three rooms', 'run/two', 'drops/three', 'kernel/one'],
    ['a room inside another', 'drops/two', 'drops/gains/three', 'drops/one'],
    ['the top', 'run/two', 'kernel/three', 'one'],
  ])('make a circle of %s, by types as well', async (_of, second, third, first) => {
    const to = (/** @type {string} */ from, /** @type {string} */ name) =>
      `${'../'.repeat(from.split('/').length - 1) || './'}${name}.js`
    const found = await circles({
      [`${src}/${second}.ts`]: `import type { Three } from '${to(second, third)}'\nexport type Two = Three\n`,
      [`${src}/${third}.ts`]: `import type { One } from '${to(third, first)}'\nexport type Three = One\n`,
      [`${src}/${first}.ts`]: 'export type One = 1\n',
      [`${src}/${first}-more.ts`]: `import type { Two } from '${to(first, second)}'\nexport type More = Two\n`,
    })
    expect(found).toHaveLength(1)
  })

  it('hold tests that may look anywhere', async () => {
    expect(
      await circles({
        [`${src}/kernel/one.ts`]: 'export const one = 1\n',
        [`${src}/kernel/one.test.ts`]: "import { two } from '../run/two.js'\ntwo()\n",
        [`${src}/run/two.ts`]: "import { one } from '../kernel/one.js'\nexport const two = () => 2 * one\n",
      }),
    ).toEqual([])
  })
})

describe('manifests', () => {
  it('may name lower layers and the build preset', () => {
    const manifest = {
      dependencies: { '@isacnet/model': 'workspace:^', commander: '1' },
      devDependencies: { '@isacnet/build': 'workspace:*' },
    }
    expect(manifestFaults('analysis', manifest)).toEqual([])
  })

  it.each(['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'])(
    'may not name a package of the same layer in %s',
    (field) => {
      expect(manifestFaults('analysis', { [field]: { '@isacnet/simulation': 'workspace:^' } })).toHaveLength(1)
    },
  )

  it('may not publish a dependency on the build preset', () => {
    expect(manifestFaults('model', { dependencies: { '@isacnet/build': 'workspace:*' } })).toHaveLength(1)
  })

  it('belong to a package with a place in the graph', () => {
    expect(manifestFaults('unheard-of', {})).toHaveLength(1)
    expect(permittedImports('unheard-of')).toEqual([])
  })
})

describe('the check', () => {
  /** @param {string} root */
  const run = async (root) => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const report = await checkDependencyDirection(root)
    print.mockRestore()
    return report
  }

  it('holds for a sound repository', async () => {
    expect(await run(repositoryWithImport('analysis', 'model'))).toMatchObject({ failed: 0 })
  })

  it('fails for a forbidden import', async () => {
    expect(await run(repositoryWithImport('model', 'analysis'))).toMatchObject({ failed: 1 })
  })

  it.each(roomedPackages)('fails for rooms of %s that import each other', async (folder) => {
    const rooms = {
      [`${folder}/src/index.ts`]: "import './flags/one.js'\n",
      [`${folder}/src/flags/one.ts`]: "import './two.js'\n",
      [`${folder}/src/flags/two.ts`]: 'export const two = 2\n',
      [`${folder}/src/files/three.ts`]: "import { two } from '../flags/two.js'\nexport const three = two + 1\n",
    }
    const model = { 'packages/model/src/index.ts': "import './density.js'\n", 'packages/model/src/density.ts': '' }
    expect(await run(writeRepository({ ...model, ...rooms }))).toMatchObject({ failed: 0 })
    const planted = { [`${folder}/src/flags/one.ts`]: "import '../files/three.js'\n" }
    expect(await run(writeRepository({ ...model, ...rooms, ...planted }))).toMatchObject({ failed: 1 })
  })

  it('fails when the rooms of a package were not read', async () => {
    const root = writeRepository({
      'packages/analysis/src/index.ts': "export { density } from '@isacnet/model'\n",
      'packages/model/src/index.ts': 'export const density = 1\n',
      'apps/cli/lib/main.ts': 'export const main = 1\n',
    })
    expect(await run(root)).toMatchObject({ failed: 1 })
  })

  it('fails when there is nothing to read', async () => {
    expect(await run(writeFolder({}))).toMatchObject({ failed: 1 })
    expect(await run(writeFolder({ 'packages/README.md': '' }))).toMatchObject({ failed: 1 })
  })

  it('fails when the sources of one package were not read, neither its imports nor its rooms', async () => {
    const root = writeRepository({
      'packages/analysis/src/index.ts': "export { density } from '@isacnet/model'\n",
      'packages/model/src/index.ts': 'export const density = 1\n',
      'packages/quadrature/lib/index.ts': 'export const node = 1\n',
    })
    expect(await run(root)).toMatchObject({ failed: 2 })
  })
})
