import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkFolders } from '../src/package-shape.js'
import { Report } from '../src/report.js'
import { packageRules, publishedConditions } from '../src/shape/package-rules.js'
import { applyRules } from '../src/shape/rule.js'
import { readPackages } from '../src/shape/workspace-package.js'
import { repositoryRoot } from '../src/workspace.js'
import { writeFolder } from './fixture-repository.js'

/** @typedef {Record<string, any>} Manifest */
/** @typedef {{ manifest: Manifest, files: Record<string, string | undefined> }} Draft */

const licence = 'MIT License\n'
const engines = { node: '>=20' }

/** @returns {Draft} */
const soundLibrary = () => ({
  manifest: {
    name: '@isacnet/model',
    version: '0.1.0',
    description: 'A package as it should be',
    keywords: ['isac'],
    license: 'MIT',
    repository: { type: 'git', url: 'git+https://example.org/isacnet.git', directory: 'packages/model' },
    type: 'module',
    sideEffects: false,
    engines,
    exports: {
      '.': { '@isacnet/source': './src/index.ts', ...publishedConditions('./src/index.ts') },
      './units.json': './dist/units.json',
      './package.json': './package.json',
    },
    main: './dist/index.cjs',
    module: './dist/index.js',
    types: './dist/index.d.ts',
    typesVersions: { '*': { 'units.json': ['./dist/units.json'] } },
    files: ['dist', 'README.md', 'LICENSE'],
    publishConfig: {
      access: 'public',
      exports: {
        '.': publishedConditions('./src/index.ts'),
        './units.json': './dist/units.json',
        './package.json': './package.json',
      },
    },
    dependencies: { '@isacnet/quadrature': 'workspace:^', commander: 'catalog:' },
    devDependencies: { '@isacnet/build': 'workspace:*' },
  },
  files: {
    LICENSE: licence,
    'README.md': '# @isacnet/model\n',
    'src/index.ts': "export { density } from './density.js'\nexport type { Unit } from './unit.js'\n",
    'src/density.ts': "import { sum } from './sum.js'\nexport const density = () => sum(1, 1)\n",
    'src/density.test.ts':
      "import { density } from './density.js'\nimport { sum } from './sum.js'\ndensity(); sum(1, 2)\n",
    'src/density.bench.ts': 'export {}\n',
    'src/sum.ts': 'export const sum = (a: number, b: number) => a + b\n',
    'src/unit.ts':
      "import type { X } from './x.js'\nexport type Unit = X | 'km'\nexport interface Named { name: string }\n",
  },
})

/** @returns {Draft} */
const soundCommand = () => ({
  manifest: {
    name: 'isacnet',
    version: '0.1.0',
    description: 'A command as it should be',
    keywords: ['isac'],
    license: 'MIT',
    repository: { directory: 'apps/cli' },
    type: 'module',
    engines,
    bin: { isacnet: './bin/isacnet.js' },
    files: ['bin', 'dist', 'README.md', 'LICENSE'],
    publishConfig: { access: 'public' },
    dependencies: { '@isacnet/model': 'workspace:^' },
  },
  files: {
    LICENSE: licence,
    'README.md': '# isacnet\n',
    'bin/isacnet.js': "#!/usr/bin/env node\nimport '../dist/main.js'\n",
    'src/main.ts': 'process.exit(0)\n',
  },
})

/** @returns {Draft} */
const soundSite = () => ({
  manifest: { name: '@isacnet/docs', private: true, license: 'MIT', type: 'module', engines },
  files: {},
})

/** @returns {{ library: Draft, command: Draft, site: Draft }} */
const soundRepository = () => ({ library: soundLibrary(), command: soundCommand(), site: soundSite() })

/** @param {{ library?: Draft, command?: Draft, site?: Draft }} repository */
function write(repository) {
  /** @type {Record<string, string>} */
  const files = { LICENSE: licence, 'package.json': JSON.stringify({ engines }) }
  for (const [path, draft] of Object.entries({
    'packages/model': repository.library,
    'apps/cli': repository.command,
    'apps/docs': repository.site,
  })) {
    if (draft === undefined) continue
    files[`${path}/package.json`] = JSON.stringify(draft.manifest)
    for (const [name, text] of Object.entries(draft.files)) {
      if (text !== undefined) files[`${path}/${name}`] = text
    }
  }
  return writeFolder(files)
}

/** @param {string} root */
const brokenRules = (root) =>
  applyRules(packageRules, readPackages(root), ['site'])
    .filter(({ faults }) => faults.length > 0)
    .map(({ rule }) => rule)

/**
 * Each fault, by the rule that must catch it.
 *
 * @type {Record<string, Record<string, (repository: ReturnType<typeof soundRepository>) => void>>}
 */
const faults = {
  'name is the folder under the scope; the command is isacnet': {
    'a library outside the scope': ({ library: { manifest, files } }) => {
      manifest.name = 'model'
      files['README.md'] = '# model\n'
    },
    'a command with another name': ({ command: { manifest, files } }) => {
      manifest.name = '@isacnet/cli'
      files['README.md'] = '# @isacnet/cli\n'
    },
  },
  'version, description and keywords are given': {
    'no version': ({ library }) => delete library.manifest.version,
    'no description': ({ library }) => delete library.manifest.description,
    'no keywords': ({ command }) => delete command.manifest.keywords,
  },
  'libraries and commands are public': {
    'a private library': ({ library }) => {
      library.manifest.private = true
    },
    'no access': ({ command }) => delete command.manifest.publishConfig.access,
  },
  'licence is MIT, with its text': {
    'another licence': ({ site }) => {
      site.manifest.license = 'ISC'
    },
    'no licence text': ({ library }) => delete library.files.LICENSE,
    'another licence text': ({ command }) => {
      command.files.LICENSE = 'ISC License\n'
    },
  },
  'README.md starts with the name of the package': {
    'no README': ({ library }) => delete library.files['README.md'],
    'another title': ({ command }) => {
      command.files['README.md'] = '# The command\n'
    },
  },
  'type is module': { 'CommonJS by default': ({ library }) => delete library.manifest.type },
  'engines repeat those of the repository': {
    'an older Node': ({ library }) => {
      library.manifest.engines = { node: '>=18' }
    },
    'no engines': ({ site }) => delete site.manifest.engines,
  },
  'repository.directory is the folder': {
    'a folder copied from a neighbour': ({ library }) => {
      library.manifest.repository.directory = 'packages/quadrature'
    },
  },
  'sideEffects is false': { 'no word on side effects': ({ library }) => delete library.manifest.sideEffects },
  'files publish the build, README.md and LICENSE only': {
    'sources published': ({ library }) => library.manifest.files.push('src'),
    'no list': ({ command }) => delete command.manifest.files,
  },
  'exports lead to sources first, then to ESM and CJS with their types, or to data': {
    'no manifest in exports': ({ library: { manifest } }) => {
      delete manifest.exports['./package.json']
      delete manifest.publishConfig.exports['./package.json']
    },
    'sources last': ({ library: { manifest } }) => {
      const { '@isacnet/source': source, ...rest } = manifest.exports['.']
      manifest.exports['.'] = { ...rest, '@isacnet/source': source }
    },
    'a source that does not exist': ({ library: { manifest } }) => {
      const source = './src/worker.ts'
      manifest.exports['./worker'] = { '@isacnet/source': source, ...publishedConditions(source) }
      manifest.publishConfig.exports['./worker'] = publishedConditions(source)
      manifest.typesVersions['*'].worker = ['./dist/worker.d.ts']
    },
    'data that is not published': ({ library: { manifest } }) => {
      manifest.exports['./units.json'] = './units.json'
      manifest.publishConfig.exports['./units.json'] = './units.json'
    },
    'ESM types for CJS': ({ library: { manifest } }) => {
      manifest.exports['.'].require.types = './dist/index.d.ts'
      manifest.publishConfig.exports['.'].require.types = './dist/index.d.ts'
    },
    'no entry': ({ library: { manifest } }) => {
      delete manifest.exports['.']
      delete manifest.publishConfig.exports['.']
    },
  },
  'publishConfig.exports equal exports without the sources': {
    'sources published': ({ library: { manifest } }) => {
      manifest.publishConfig.exports = manifest.exports
    },
    'an entry forgotten': ({ library }) => delete library.manifest.publishConfig.exports['./package.json'],
  },
  'main, module and types lead tools without exports to the same build': {
    'no main': ({ library }) => delete library.manifest.main,
    'no module': ({ library }) => delete library.manifest.module,
    'types of another build': ({ library }) => {
      library.manifest.types = './dist/index.d.cts'
    },
  },
  'typesVersions leads tools without exports to the types of every entry': {
    'an entry forgotten': ({ library }) => delete library.manifest.typesVersions,
    'types of another build': ({ library }) => {
      library.manifest.typesVersions['*']['units.json'] = ['./units.json']
    },
  },
  'the command is isacnet and exists before a build': {
    'no bin': ({ command }) => delete command.manifest.bin,
    'a bin that has to be built': ({ command }) => {
      command.manifest.bin.isacnet = './dist/main.js'
    },
    'no interpreter': ({ command }) => {
      command.files['bin/isacnet.js'] = "import '../dist/main.js'\n"
    },
  },
  'dependencies name the workspace or the catalog': {
    'a version outside the catalog': ({ library }) => {
      library.manifest.dependencies.commander = '^14.0.0'
    },
    'a pinned neighbour': ({ command }) => {
      command.manifest.dependencies['@isacnet/model'] = 'workspace:*'
    },
  },
  'src/index.ts only re-exports, by name': {
    'no index': ({ library: { files, manifest } }) => {
      delete files['src/index.ts']
      files['src/main.ts'] = 'export type Nothing = never\n'
      manifest.exports['.'] = { '@isacnet/source': './src/main.ts', ...publishedConditions('./src/main.ts') }
      manifest.publishConfig.exports['.'] = publishedConditions('./src/main.ts')
    },
    'nothing exported': ({ library }) => {
      library.files['src/index.ts'] = 'export {}\n'
    },
    'a wildcard': ({ library }) => {
      library.files['src/index.ts'] += "export * from './sum.js'\n"
    },
    'a namespace': ({ library }) => {
      library.files['src/index.ts'] += "export * as sums from './sum.js'\n"
    },
    'code of its own': ({ library }) => {
      library.files['src/index.ts'] += 'export const answer = 42\n'
    },
    "another package's names": ({ library }) => {
      library.files['src/index.ts'] += "export { adaptive } from '@isacnet/quadrature'\n"
    },
  },
  'a file is a concept: kebab-case, no utils, common or helpers': {
    'a drawer': ({ library }) => {
      library.files['src/utils.ts'] = 'export type Anything = unknown\n'
    },
    'a drawer for tests': ({ library }) => {
      library.files['test/helpers.ts'] = ''
    },
    'a folder as drawer': ({ library }) => {
      library.files['src/common/density.ts'] = 'export type Anything = unknown\n'
    },
    'camel case': ({ command }) => {
      command.files['src/runCommand.ts'] = 'export type Anything = unknown\n'
    },
  },
  'every public concept has a test beside it, or is imported by the test of a neighbour': {
    'a test of something that uses it': ({ library: { files } }) => {
      delete files['src/density.test.ts']
      files['src/sum.test.ts'] = "import { double } from './double.js'\ndouble()\n"
      files['src/double.ts'] = "import { density } from './density.js'\nexport const double = () => 2 * density()\n"
    },
    'a test that imports its types only': ({ library: { files } }) => {
      files['src/product.ts'] = "import { sum } from './sum.js'\nexport const product = sum(1, 2)\n"
      files['src/index.ts'] += "export { product } from './product.js'\n"
      files['src/sum.test.ts'] = "import type { product } from './product.js'\nimport './half.js'\n"
      files['src/half.ts'] = "import './product.js'\nexport const half = 1\n"
    },
  },
  'every part of a concept is loaded by a test': {
    'a part that only the index leads to': ({ library: { files } }) => {
      files['src/density.test.ts'] += "import './index.js'\n"
      files['src/unit.ts'] += "export type Size = typeof import('./size.js').size\n"
      files['src/size.ts'] = 'export const size = 1\n'
    },
    'a command without tests': ({ command: { files } }) => {
      files['src/evaluate.ts'] = 'export const evaluate = 1\n'
    },
    'an import in a comment': ({ command: { files } }) => {
      files['src/evaluate.ts'] = 'export const evaluate = 1\n'
      files['src/compare.test.ts'] = "// import './evaluate.js'\n"
    },
  },
}

describe('the rules on folders', () => {
  it('hold for sound packages', () => {
    expect(brokenRules(write(soundRepository()))).toEqual([])
  })

  it('have a fault each below', () => {
    expect(Object.keys(faults).sort()).toEqual(packageRules.map(({ name }) => name).sort())
  })

  it.each(
    Object.entries(faults).flatMap(([rule, examples]) =>
      Object.entries(examples).map(([title, spoil]) => ({ rule, title, spoil })),
    ),
  )('$rule: catches $title', ({ rule, spoil }) => {
    const repository = soundRepository()
    spoil(repository)
    expect(brokenRules(write(repository))).toEqual([rule])
  })
})

describe('a rule that matches nothing', () => {
  it('is at fault', () => {
    const { library } = soundRepository()
    const broken = brokenRules(write({ library }))
    expect(broken).toEqual(['the command is isacnet and exists before a build'])
  })

  it('is at fault when there is no rule', () => {
    expect(applyRules([], readPackages(write(soundRepository())))[0]?.faults).toHaveLength(1)
  })
})

describe('the check', () => {
  /** @param {string} root */
  const run = (root) => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const report = new Report()
    checkFolders(root, report)
    print.mockRestore()
    return report
  }

  it('holds for sound packages', () => {
    expect(run(write(soundRepository()))).toMatchObject({ failed: 0, passed: packageRules.length + 1 })
  })

  it('fails when there is no package', () => {
    expect(run(write({})).failed).toBeGreaterThan(0)
  })

  it('finds the packages of this repository', () => {
    const paths = readPackages(repositoryRoot).map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['packages/model', 'packages/analysis', 'apps/cli']))
    expect(paths.every((path) => existsSync(join(repositoryRoot, path, 'package.json')))).toBe(true)
  })
})

describe('a report', () => {
  it('fails when nothing was checked', () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const exitCode = process.exitCode
    const report = new Report()
    report.finish('nothing')
    expect(report.failed).toBe(1)
    expect(process.exitCode).toBe(1)
    process.exitCode = exitCode
    print.mockRestore()
  })

  it('counts a throwing check as failed', () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const report = new Report()
    report.attempt('throws', () => {
      throw new Error('reason')
    })
    expect(print.mock.calls.flat().join('\n')).toContain('reason')
    expect(report).toMatchObject({ passed: 0, failed: 1 })
    print.mockRestore()
  })
})
