import { permittedImports, placedPackages } from './layers.js'

/** @param {readonly string[]} names */
const anyOf = (names) => `(${names.join('|')})`

/**
 * The name of the rule that keeps a package above the layers it may import.
 *
 * @param {string} name a folder under packages/
 */
export function directionRule(name) {
  return `${name}-imports-lower-layers-only`
}

const testsAndBenchmarks = '\\.(test|bench)\\.[jt]s$'

/** The modules that tests of packages reach for outside their folder: they run the examples of READMEs, start a Redis for tests, judge corner points, and keep records of what takes long. */
const testAids = '^tooling/checks/src/(readme-examples|redis-server|corner-points|computed-record)\\.js$'

/**
 * The rules of dependency-cruiser. Paths are relative to the repository's root; an import that can't be resolved keeps
 * its specifier, which is why scoped names appear beside folders.
 *
 * @type {import('dependency-cruiser').IForbiddenRuleType[]}
 */
export const forbidden = [
  ...placedPackages.map((name) => {
    const permitted = anyOf([name, ...permittedImports(name)])
    return {
      name: directionRule(name),
      comment: `@isacnet/${name} may import ${permittedImports(name).join(', ') || 'no other package'}`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^packages/${name}/` },
      to: {
        path: ['^(packages|apps)/', '^@isacnet/', '^isacnet(/|$)'],
        pathNot: [`^packages/${permitted}/`, `^@isacnet/${permitted}(/|$)`, '^@isacnet/build$'],
      },
    }
  }),
  {
    name: 'apps-are-not-imported',
    comment: 'An app composes packages; what two apps share belongs in a package',
    severity: 'error',
    from: { path: '^(apps/[^/]+)/' },
    to: { path: ['^apps/', '^isacnet(/|$)'], pathNot: '^$1/' },
  },
  {
    name: 'no-tooling-in-products',
    comment: 'Only build configuration, and what makes the site, may use tooling: nothing published can depend on it',
    severity: 'error',
    from: { path: '^(packages|apps)/', pathNot: ['(tsup|vitest)\\.config\\.ts$', '^apps/docs/(scripts|benchmark)/'] },
    to: { path: ['^tooling/', '^@isacnet/(build|checks|benchmarks)(/|$)'], pathNot: testAids },
  },
  {
    name: 'only-tests-use-test-aids',
    comment:
      'README examples, servers, judged points and records are for tests, and for scripts that record what tests show',
    severity: 'error',
    from: { path: '^(packages|apps)/', pathNot: [testsAndBenchmarks, '^(packages/[^/]+|apps/docs)/scripts/'] },
    to: { path: testAids },
  },
  {
    name: 'other-packages-by-name',
    comment: "A relative path into another package reaches past its exports; import it by its package's name",
    severity: 'error',
    from: { path: '^((packages|apps|tooling)/[^/]+)/' },
    to: { path: '^(packages|apps|tooling)/', pathNot: ['^$1/', testAids], dependencyTypes: ['local'] },
  },
  {
    name: 'no-cycles',
    comment: 'A cycle of imports means that two files are one concept, or that one of them holds two',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'commands-load-no-schemas',
    comment:
      "Commands take types from their documents' schemas; only what writes JSON Schemas, and tests, may load zod",
    severity: 'error',
    from: { path: '^apps/cli/src/', pathNot: [testsAndBenchmarks, '-schema\\.ts$'] },
    to: { path: '^apps/cli/src/.*-schema\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'workspace-imports-resolve',
    comment: 'The import has no target: a missing file, a missing dependency in the manifest, or a path past exports',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, path: ['^@isacnet/', '^isacnet(/|$)', '^\\.'] },
  },
  {
    name: 'tests-are-not-imported',
    comment: 'Product code may not lean on a test or a benchmark',
    severity: 'error',
    from: { path: '^(packages|apps)/', pathNot: testsAndBenchmarks },
    to: { path: testsAndBenchmarks },
  },
]

/**
 * How dependency-cruiser reads the repository: from sources, as the tests do, types included.
 *
 * @type {import('dependency-cruiser').ICruiseOptions}
 */
export const cruiseOptions = {
  tsPreCompilationDeps: true,
  exclude: { path: '(^|/)(node_modules|dist|coverage|\\.turbo)/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['@isacnet/source', 'import', 'require', 'node', 'default', 'types'],
    extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
  },
}
