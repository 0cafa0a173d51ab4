import { isBuiltin } from 'node:module'

/**
 * The content of a package as it would be published.
 *
 * @typedef {object} PackedPackage
 * @property {string} path the tarball's name
 * @property {'library' | 'command'} kind
 * @property {Record<string, any>} manifest as packed
 * @property {string[]} files paths from the package's folder
 * @property {Map<string, string>} code what Node would run, by path
 */

/** @typedef {import('./rule.js').Rule<PackedPackage>} TarballRule */

/**
 * All file paths in a tree of conditions.
 *
 * @param {unknown} value
 * @returns {string[]}
 */
const targets = (value) =>
  typeof value === 'string'
    ? [value.replace(/^\.\//, '')]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(targets)
      : []

const specifiers =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*|require\w*(?:\(.*?\))?\.resolve\(\s*)(['"])([^'"\s]+)\1(?!\s*\+)/gi

/**
 * The packages that code names: in what it imports, requires or resolves. Bundlers look for all of them.
 *
 * @param {string} code
 * @returns {string[]}
 */
const namedPackages = (code) =>
  [...code.matchAll(specifiers)]
    .map(([, , specifier = '']) => specifier)
    .filter((specifier) => /^(@[\w.-]+\/)?[\w-][\w.-]*(\/|$)/.test(specifier) && !isBuiltin(specifier))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))

/**
 * Rules on the contents of a tarball; publint and attw judge it besides.
 *
 * @type {readonly TarballRule[]}
 */
export const tarballRules = [
  {
    name: 'tarballs hold no sources, tests, golden data or configuration',
    kinds: ['library', 'command'],
    faults: ({ files }) =>
      files
        .filter((path) => !/^(dist|bin)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path))
        .concat(files.filter((path) => /\.(test|bench)\.|(^|\/)(src|golden|test)\//.test(path)))
        .filter((path, index, all) => all.indexOf(path) === index),
  },
  {
    name: 'tarballs hold README.md, LICENSE and all that the manifest points at',
    kinds: ['library', 'command'],
    faults: ({ manifest, files }) =>
      [
        'README.md',
        'LICENSE',
        ...targets([manifest.exports, manifest.main, manifest.module, manifest.types, manifest.bin]),
      ]
        .filter((path, index, all) => all.indexOf(path) === index && !files.includes(path))
        .map((path) => `${path} is missing`),
  },
  {
    name: 'tarballs hold ESM, CJS and the types of both',
    kinds: ['library'],
    faults: ({ files }) =>
      ['js', 'cjs', 'd.ts', 'd.cts']
        .map((extension) => `dist/index.${extension}`)
        .filter((path) => !files.includes(path))
        .map((path) => `${path} is missing`),
  },
  {
    name: 'packed manifests name plain versions',
    kinds: ['library', 'command'],
    faults: ({ manifest }) =>
      ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) =>
        Object.entries(manifest[field] ?? {})
          .filter(([, range]) => /^(workspace|catalog|link|file|portal):/.test(range))
          .map(([name, range]) => `${field}.${name} is ${range}`),
      ),
  },
  {
    name: 'published code names no package that users don’t have',
    kinds: ['library', 'command'],
    faults: ({ manifest, code }) => {
      const had = [manifest.name, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })]
      return [...code].flatMap(([path, text]) =>
        [...new Set(namedPackages(text))]
          .filter((name) => !had.includes(name))
          .map((name) => `${path} names ${name}, which is no dependency`),
      )
    },
  },
  {
    name: 'packed manifests do not lead to sources',
    kinds: ['library', 'command'],
    faults: ({ manifest }) =>
      /@isacnet\/source|\.\/src\//.test(JSON.stringify(manifest.exports ?? {})) ? ['exports lead to src/'] : [],
  },
]
