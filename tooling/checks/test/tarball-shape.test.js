import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkTarballs } from '../src/package-shape.js'
import { Report } from '../src/report.js'
import { publishedConditions } from '../src/shape/package-rules.js'
import { applyRules } from '../src/shape/rule.js'
import { attwFaults, publintFaults, readTarball } from '../src/shape/tarball.js'
import { tarballRules } from '../src/shape/tarball-rules.js'
import { writeFolder } from './fixture-repository.js'

/** @typedef {{ manifest: Record<string, any>, files: Record<string, string> }} Draft */

/** @returns {Draft} */
const soundLibrary = () => ({
  manifest: {
    name: '@isacnet/model',
    version: '0.1.0',
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { '.': publishedConditions('./src/index.ts'), './package.json': './package.json' },
    main: './dist/index.cjs',
    module: './dist/index.js',
    types: './dist/index.d.ts',
    files: ['dist', 'README.md', 'LICENSE'],
    dependencies: { '@isacnet/quadrature': '^0.1.0' },
  },
  files: {
    LICENSE: 'MIT License\n',
    'README.md': '# @isacnet/model\n',
    'dist/index.js': 'export const density = 1\n',
    'dist/index.cjs': 'exports.density = 1\n',
    'dist/index.d.ts': 'export declare const density: number\n',
    'dist/index.d.cts': 'export declare const density: number\n',
  },
})

/** @returns {Draft} */
const soundCommand = () => ({
  manifest: {
    name: 'isacnet',
    version: '0.1.0',
    license: 'MIT',
    type: 'module',
    engines: { node: '>=20' },
    bin: { isacnet: './bin/isacnet.js' },
    files: ['bin', 'dist', 'README.md', 'LICENSE'],
  },
  files: {
    LICENSE: 'MIT License\n',
    'README.md': '# isacnet\n',
    'bin/isacnet.js': "#!/usr/bin/env node\nimport '../dist/main.js'\n",
    'dist/main.js': 'process.exit(0)\n',
  },
})

/**
 * @param {Draft} draft
 * @returns {{ tarball: string, scratch: string }}
 */
function pack({ manifest, files }) {
  const root = writeFolder({
    'package/package.json': JSON.stringify(manifest),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`package/${path}`, text])),
  })
  const tarball = join(root, 'packed-0.1.0.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', root, 'package'])
  mkdirSync(join(root, 'scratch'))
  return { tarball, scratch: join(root, 'scratch') }
}

/** @param {Draft[]} drafts */
const read = (drafts) =>
  drafts.map((draft) => {
    const { tarball, scratch } = pack(draft)
    return readTarball(tarball, scratch)
  })

/** @type {Record<string, Record<string, (library: Draft, command: Draft) => void>>} */
const faults = {
  'tarballs hold no sources, tests, golden data or configuration': {
    sources: ({ files }) => {
      files['src/index.ts'] = 'export const density = 1\n'
    },
    'a built test': ({ files }) => {
      files['dist/density.test.js'] = ''
    },
    'golden data': ({ files }) => {
      files['golden/rates.json'] = '{}'
    },
    configuration: (_library, { files }) => {
      files['tsconfig.json'] = '{}'
    },
  },
  'tarballs hold README.md, LICENSE and all that the manifest points at': {
    'no licence text': ({ files }) => delete files.LICENSE,
    'no README': (_library, { files }) => delete files['README.md'],
    'no bin': (_library, { files }) => delete files['bin/isacnet.js'],
    'an entry that was not built': ({ manifest }) => {
      manifest.exports['./worker'] = publishedConditions('./src/worker.ts')
    },
  },
  'tarballs hold ESM, CJS and the types of both': {
    'no types of CJS': ({ manifest, files }) => {
      delete files['dist/index.d.cts']
      manifest.exports['.'].require = './dist/index.cjs'
    },
  },
  'packed manifests name plain versions': {
    workspace: ({ manifest }) => {
      manifest.dependencies['@isacnet/quadrature'] = 'workspace:^'
    },
    catalog: (_library, { manifest }) => {
      manifest.dependencies = { commander: 'catalog:' }
    },
    'a folder': ({ manifest }) => {
      manifest.devDependencies = { '@isacnet/build': 'link:../../tooling/build' }
    },
  },
  'published code names no package that users don’t have': {
    'an import of development code': ({ files }) => {
      files['dist/index.js'] = "import { it } from 'vitest'\nexport const density = 1\n"
    },
    'one that is loaded later': (_library, { files }) => {
      files['dist/main.js'] = 'await import("vitest")\n'
    },
    'one that is only looked for': ({ files }) => {
      files['dist/index.cjs'] = 'exports.density = module.createRequire(__filename).resolve("tsx")\n'
    },
  },
  'packed manifests do not lead to sources': {
    'the source condition': ({ manifest }) => {
      manifest.exports['.'] = { '@isacnet/source': './dist/index.js', ...manifest.exports['.'] }
    },
  },
}

describe('the rules on tarballs', () => {
  it('hold for sound packages', () => {
    expect(applyRules(tarballRules, read([soundLibrary(), soundCommand()])).flatMap(({ faults }) => faults)).toEqual([])
  })

  it('have a fault each below', () => {
    expect(Object.keys(faults).sort()).toEqual(tarballRules.map(({ name }) => name).sort())
  })

  it.each(
    Object.entries(faults).flatMap(([rule, examples]) =>
      Object.entries(examples).map(([title, spoil]) => ({ rule, title, spoil })),
    ),
  )('$rule: catches $title', ({ rule, spoil }) => {
    const library = soundLibrary()
    const command = soundCommand()
    spoil(library, command)
    const broken = applyRules(tarballRules, read([library, command])).filter(({ faults }) => faults.length > 0)
    expect(broken.map((verdict) => verdict.rule)).toEqual([rule])
  })
})

describe('publint', () => {
  it('has nothing to say about sound packages', async () => {
    expect(await publintFaults(pack(soundLibrary()).tarball)).toEqual([])
    expect(await publintFaults(pack(soundCommand()).tarball)).toEqual([])
  })

  it('catches CommonJS that is published as ESM', async () => {
    const library = soundLibrary()
    library.files['dist/index.js'] = 'module.exports = { density: 1 }\n'
    expect((await publintFaults(pack(library).tarball)).join('\n')).toContain('FILE_INVALID_FORMAT')
  })
})

describe('attw', { timeout: 30_000 }, () => {
  it('has nothing to say about a sound library', () => {
    expect(attwFaults(pack(soundLibrary()).tarball)).toEqual([])
  })

  it('catches ESM types for CJS', () => {
    const library = soundLibrary()
    library.manifest.exports['.'].require.types = './dist/index.d.ts'
    expect(attwFaults(pack(library).tarball).join('\n')).toContain('Masquerading as ESM')
  })

  it('catches an entry that tools without exports don’t find', () => {
    const library = soundLibrary()
    library.manifest.exports['./density'] = library.manifest.exports['.']
    expect(attwFaults(pack(library).tarball).join('\n')).toContain('node10')
    library.manifest.typesVersions = { '*': { density: ['./dist/index.d.ts'] } }
    expect(attwFaults(pack(library).tarball)).toEqual([])
  })
})

describe('the check', () => {
  it('fails when there is no tarball', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {})
    const report = new Report()
    await checkTarballs([], writeFolder({}), report)
    print.mockRestore()
    expect(report.failed).toBeGreaterThan(0)
  })
})
