import { isTypesOnly, loadedModules, publicModules, reexportFaults } from './source-file.js'

/** @typedef {import('./workspace-package.js').WorkspacePackage} WorkspacePackage */
/** @typedef {import('./rule.js').Rule<WorkspacePackage>} PackageRule */

const sourceCondition = '@isacnet/source'

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

/**
 * @param {string} field
 * @param {unknown} actual
 * @param {unknown} expected
 */
const mustBe = (field, actual, expected) =>
  same(actual, expected) ? [] : [`${field} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]

/** The published form of the entry `./src/<name>.ts`. @param {string} source */
export function publishedConditions(source) {
  const name = source.replace(/^\.\/src\//, '').replace(/\.ts$/, '')
  return {
    import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  }
}

/** Whether an entry is a file of data, which is the same for all that read it. @param {string} subpath */
const isData = (subpath) => subpath.endsWith('.json')

/** The published form of the entry `./<name>.json`. @param {string} subpath */
const publishedData = (subpath) => subpath.replace('./', './dist/')

/** The code that a package publishes: no tests, no benchmarks. @param {Map<string, string>} files */
const conceptFiles = (files) =>
  [...files].filter(([path]) => /^src\/.*\.ts$/.test(path) && !/\.(test|bench|d)\.ts$/.test(path))

/** @param {Map<string, string>} files */
const testFiles = (files) => [...files].filter(([path]) => /\.test\.ts$/.test(path))

/** The file that a test stands beside. @param {string} test */
const besideTest = (test) => test.replace(/\.test\.ts$/, '.ts')

const vagueNames = /^(utils?|utilities|common|helpers?|misc|shared|tools?)$/

/**
 * The shape that packages share, as seen in their folders.
 *
 * @type {readonly PackageRule[]}
 */
export const packageRules = [
  {
    name: 'name is the folder under the scope; the command is isacnet',
    kinds: ['library', 'command'],
    faults: ({ kind, folder, manifest }) =>
      mustBe('name', manifest.name, kind === 'library' ? `@isacnet/${folder}` : 'isacnet'),
  },
  {
    name: 'version, description and keywords are given',
    kinds: ['library', 'command'],
    faults: ({ manifest }) => [
      ...(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(manifest.version ?? '') ? [] : [`version is ${manifest.version}`]),
      ...(manifest.description?.length > 10 ? [] : ['description is missing']),
      ...(manifest.keywords?.includes('isac') ? [] : ["keywords don't include isac"]),
    ],
  },
  {
    name: 'libraries and commands are public',
    kinds: ['library', 'command'],
    faults: ({ manifest }) => [
      ...mustBe('private', manifest.private, undefined),
      ...mustBe('publishConfig.access', manifest.publishConfig?.access, 'public'),
    ],
  },
  {
    name: 'licence is MIT, with its text',
    kinds: ['library', 'command', 'site'],
    faults: ({ manifest, files, repository, kind }) => [
      ...mustBe('license', manifest.license, 'MIT'),
      ...(kind === 'site' || files.get('LICENSE') === repository.license
        ? []
        : ["LICENSE is missing or isn't the repository's"]),
    ],
  },
  {
    name: 'README.md starts with the name of the package',
    kinds: ['library', 'command'],
    faults: ({ manifest, files }) => {
      const readme = files.get('README.md')
      if (readme === undefined) return ['README.md is missing']
      return mustBe('the first line of README.md', readme.split('\n')[0], `# ${manifest.name}`)
    },
  },
  {
    name: 'type is module',
    kinds: ['library', 'command', 'site'],
    faults: ({ manifest }) => mustBe('type', manifest.type, 'module'),
  },
  {
    name: 'engines repeat those of the repository',
    kinds: ['library', 'command', 'site'],
    faults: ({ manifest, repository }) => mustBe('engines', manifest.engines, repository.engines),
  },
  {
    name: 'repository.directory is the folder',
    kinds: ['library', 'command'],
    faults: ({ path, manifest }) => mustBe('repository.directory', manifest.repository?.directory, path),
  },
  {
    name: 'sideEffects is false',
    kinds: ['library'],
    faults: ({ manifest }) => mustBe('sideEffects', manifest.sideEffects, false),
  },
  {
    name: 'files publish the build, README.md and LICENSE only',
    kinds: ['library', 'command'],
    faults: ({ kind, manifest }) =>
      mustBe('files', manifest.files, [...(kind === 'command' ? ['bin'] : []), 'dist', 'README.md', 'LICENSE']),
  },
  {
    name: 'exports lead to sources first, then to ESM and CJS with their types, or to data',
    kinds: ['library'],
    faults: ({ manifest, files }) => {
      const { './package.json': ownManifest, ...entries } = manifest.exports ?? {}
      return [
        ...mustBe('exports["./package.json"]', ownManifest, './package.json'),
        ...(entries['.'] === undefined ? ['exports["."] is missing'] : []),
        ...Object.entries(entries).flatMap(([subpath, conditions]) => {
          const field = `exports[${JSON.stringify(subpath)}]`
          if (isData(subpath)) return mustBe(field, conditions, publishedData(subpath))
          const source = conditions[sourceCondition]
          if (typeof source !== 'string' || !files.has(source.replace('./', ''))) {
            return [`${field} has no ${sourceCondition} that exists`]
          }
          return mustBe(field, conditions, { [sourceCondition]: source, ...publishedConditions(source) })
        }),
      ]
    },
  },
  {
    name: 'publishConfig.exports equal exports without the sources',
    kinds: ['library'],
    faults: ({ manifest }) => {
      const expected = JSON.parse(
        JSON.stringify(manifest.exports ?? {}, (key, value) => (key === sourceCondition ? undefined : value)),
      )
      return mustBe('publishConfig.exports', manifest.publishConfig?.exports, expected)
    },
  },
  {
    name: 'main, module and types lead tools without exports to the same build',
    kinds: ['library'],
    faults: ({ manifest }) => [
      ...mustBe('main', manifest.main, './dist/index.cjs'),
      ...mustBe('module', manifest.module, './dist/index.js'),
      ...mustBe('types', manifest.types, './dist/index.d.ts'),
    ],
  },
  {
    name: 'typesVersions leads tools without exports to the types of every entry',
    kinds: ['library'],
    faults: ({ manifest }) => {
      const { '.': _, './package.json': ownManifest, ...entries } = manifest.exports ?? {}
      const expected = Object.entries(entries).map(([subpath, conditions]) => [
        subpath.replace('./', ''),
        [isData(subpath) ? publishedData(subpath) : conditions.import?.types],
      ])
      return mustBe(
        'typesVersions',
        manifest.typesVersions,
        expected.length === 0 ? undefined : { '*': Object.fromEntries(expected) },
      )
    },
  },
  {
    name: 'the command is isacnet and exists before a build',
    kinds: ['command'],
    faults: ({ manifest, files }) => {
      const bin = manifest.bin?.isacnet
      if (typeof bin !== 'string') return ['bin.isacnet is missing']
      const text = files.get(bin.replace('./', ''))
      return text?.startsWith('#!/usr/bin/env node\n') ? [] : [`${bin} is missing or doesn't start with #!`]
    },
  },
  {
    name: 'dependencies name the workspace or the catalog',
    kinds: ['library', 'command', 'site'],
    faults: ({ manifest }) =>
      ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) =>
        Object.entries(manifest[field] ?? {}).flatMap(([name, range]) => {
          const own = name === 'isacnet' || name.startsWith('@isacnet/')
          const expected = own
            ? field === 'dependencies'
              ? ['workspace:^']
              : ['workspace:*', 'workspace:^']
            : ['catalog:']
          return expected.includes(range) ? [] : [`${field}.${name} is ${range}, not ${expected.join(' or ')}`]
        }),
      ),
  },
  {
    name: 'src/index.ts only re-exports, by name',
    kinds: ['library'],
    faults: ({ files }) => {
      const text = files.get('src/index.ts')
      return text === undefined ? ['src/index.ts is missing'] : reexportFaults('src/index.ts', text)
    },
  },
  {
    name: 'a file is a concept: kebab-case, no utils, common or helpers',
    kinds: ['library', 'command', 'site'],
    faults: ({ files }) =>
      [...files.keys()]
        .filter((path) => /^(src|test|scripts)\//.test(path))
        .filter((path) => {
          const stems = path
            .split('/')
            .slice(1)
            .map((part) => part.replace(/(\.[a-z]+)+$/, ''))
          return stems.some((stem) => vagueNames.test(stem) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem))
        }),
  },
  {
    name: 'every public concept has a test beside it, or is imported by the test of a neighbour',
    kinds: ['library'],
    faults: ({ files }) => {
      const tested = new Set(
        testFiles(files).flatMap(([path, text]) => [besideTest(path), ...loadedModules(path, text)]),
      )
      return publicModules('src/index.ts', files.get('src/index.ts') ?? '')
        .filter((path) => !tested.has(path) && !isTypesOnly(path, files.get(path) ?? ''))
        .map((path) => `${path} has no test`)
    },
  },
  {
    name: 'every part of a concept is loaded by a test',
    kinds: ['library', 'command'],
    faults: ({ kind, files }) => {
      const reached = new Set(testFiles(files).map(([path]) => path))
      for (const path of reached) {
        // What a test loads through the index says nothing about what it tests.
        if (path === 'src/index.ts') continue
        for (const loaded of loadedModules(path, files.get(path) ?? '')) reached.add(loaded)
      }
      return (
        conceptFiles(files)
          .filter(([path, text]) => path !== 'src/index.ts' && !reached.has(path) && !isTypesOnly(path, text))
          // Loading the entry of a command runs it; the consumer check does that, from the packed tarball.
          .filter(([path]) => !(kind === 'command' && path === 'src/main.ts'))
          .map(([path]) => `${path} is loaded by no test`)
      )
    },
  },
]
