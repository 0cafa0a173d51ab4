// Installs the packed packages in an empty project, as a user would, and uses them from there.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { buildSync } from 'esbuild'
import ts from 'typescript'
import { Report } from './report.js'
import { isMain, packPackages, readJson, repositoryRoot } from './workspace.js'

/** @typedef {import('./workspace.js').Tarball} Tarball */
/** @typedef {{ specifier: string, names: string[] }} EntryPoint */

/** Variables that pnpm sets for its scripts and that would make npm warn, or act as pnpm. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(lifecycle|package|command|execpath|node_execpath)|npm_config_(user_agent|verify_deps_before_run|node_gyp)|pnpm_)/i.test(
        name,
      ),
  ),
)

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {string} standard output
 * @throws {Error} with all that the command wrote, if it fails
 */
function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

/**
 * The project's manifest: every tarball is a dependency, and overrides keep the packages' own dependencies on each other
 * from being looked up in the registry.
 *
 * @param {readonly Tarball[]} tarballs
 */
export function consumerManifest(tarballs) {
  return {
    name: 'consumer',
    version: '1.0.0',
    private: true,
    dependencies: Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`])),
    overrides: Object.fromEntries(tarballs.map(({ name }) => [name, `$${name}`])),
  }
}

/**
 * The names that a module exposes, apart from the default export that Node makes up for CommonJS.
 *
 * @param {'import' | 'require'} way
 * @param {string} specifier
 * @param {string} project
 * @returns {string[]}
 */
export function exposedNames(way, specifier, project) {
  const quoted = JSON.stringify(specifier)
  const load = way === 'import' ? `await import(${quoted})` : `require(${quoted})`
  const type = way === 'import' ? 'module' : 'commonjs'
  const print = `console.log(JSON.stringify(Object.keys(${load})))`
  /** @type {string[]} */
  const names = JSON.parse(
    execFileSync(process.execPath, [`--input-type=${type}`, '-e', print], {
      cwd: project,
      encoding: 'utf8',
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  return names.filter((name) => name !== 'default' && name !== 'module.exports').sort()
}

/**
 * A module that compiles only if the types declare exactly the names that exist.
 *
 * @param {EntryPoint} entry
 */
export function consumerSource({ specifier, names }) {
  return `import * as everything from '${specifier}'
import { ${names.join(', ')} } from '${specifier}'

type Exposed = ${names.map((name) => `'${name}'`).join(' | ')}
type Undelivered = Exclude<keyof typeof everything, Exposed | 'default'>

export const nothingIsMissing: [Undelivered] extends [never] ? true : Undelivered = true
export const values: unknown[] = [${names.join(', ')}]
`
}

/** TypeScript's libraries, parsed once for all programs. @type {Map<string, ts.SourceFile>} */
const parsedLibraries = new Map()

/**
 * Type-checks files against the installed types, declarations of dependencies included.
 *
 * @param {string} project
 * @param {readonly string[]} files
 * @param {'node16' | 'bundler'} resolution
 * @returns {Map<string, string[]>} faults by file
 */
export function typeFaults(project, files, resolution) {
  /** @type {ts.CompilerOptions} */
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
    // TypeScript's own libraries are not what is checked here; the declarations of every package are.
    skipDefaultLibCheck: true,
    ...(resolution === 'node16'
      ? { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }
      : { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }),
  }
  const host = ts.createCompilerHost(options)
  const readSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (path, ...rest) => {
    if (!/[\\/]lib\.[\w.]+\.d\.ts$/.test(path)) return readSourceFile(path, ...rest)
    const parsed = parsedLibraries.get(path) ?? readSourceFile(path, ...rest)
    if (parsed !== undefined) parsedLibraries.set(path, parsed)
    return parsed
  }
  const program = ts.createProgram({ rootNames: files.map((file) => join(project, file)), options, host })
  const faults = new Map(files.map((file) => [file, /** @type {string[]} */ ([])]))
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
    const { file, start = 0 } = diagnostic
    const name = file === undefined ? 'compiler options' : relative(project, file.fileName)
    const place = file === undefined ? '' : `${name}:${file.getLineAndCharacterOfPosition(start).line + 1}: `
    faults.set(name, [...(faults.get(name) ?? []), `${place}TS${diagnostic.code} ${text}`])
  }
  return faults
}

/**
 * @param {readonly Tarball[]} tarballs
 * @param {string} project an empty folder
 * @param {Report} report
 * @returns {boolean} whether there is something installed to check
 */
export function installTarballs(tarballs, project, report) {
  report.check(`${tarballs.length} tarballs to install`, tarballs.length === 0 ? ['there is nothing to install'] : [])
  if (tarballs.length === 0) return false
  writeFileSync(join(project, 'package.json'), JSON.stringify(consumerManifest(tarballs), null, 2))
  try {
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], project)
    report.check('npm install', [])
  } catch (error) {
    report.check('npm install', [String(error)])
    return false
  }
  const { packages } = readJson(join(project, 'package-lock.json'))
  for (const { name } of tarballs) {
    const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
    report.check(
      `${name} is installed once, from its tarball`,
      copies.length === 1 && copies.every(([, { resolved }]) => /^file:/.test(resolved))
        ? []
        : [JSON.stringify(copies.map(([path, { resolved }]) => [path, resolved]))],
    )
  }
  return true
}

/**
 * Imports and type-checks the installed libraries.
 *
 * @param {readonly string[]} names
 * @param {string} project
 * @param {Report} report
 */
export function checkLibraries(names, project, report) {
  /** @type {EntryPoint[]} */
  const entries = []
  for (const name of names) {
    const manifest = readJson(join(project, 'node_modules', name, 'package.json'))
    if (manifest.exports === undefined) continue
    for (const subpath of Object.keys(manifest.exports).filter((path) => path !== './package.json')) {
      const specifier = name + subpath.slice(1)
      if (subpath.endsWith('.json')) {
        report.attempt(`${specifier}: is a document with members`, () =>
          exposedNames('require', specifier, project).length > 0 ? [] : ['it has none'],
        )
        continue
      }
      report.attempt(`${specifier}: ESM and CJS expose the same names`, () => {
        const esm = exposedNames('import', specifier, project)
        const cjs = exposedNames('require', specifier, project)
        if (esm.length > 0) entries.push({ specifier, names: esm })
        if (esm.length === 0) return ['ESM exposes no name']
        return esm.join() === cjs.join() ? [] : [`ESM: ${esm.join(', ')}`, `CJS: ${cjs.join(', ')}`]
      })
    }
  }
  report.check(`${entries.length} entry points to type-check`, entries.length === 0 ? ['there is none'] : [])

  mkdirSync(join(project, 'consumer'))
  for (const { resolution, extensions } of /** @type {const} */ ([
    { resolution: 'node16', extensions: ['mts', 'cts'] },
    { resolution: 'bundler', extensions: ['ts'] },
  ])) {
    const files = extensions.flatMap((extension) =>
      entries.map((entry) => {
        const file = join('consumer', `${entry.specifier.replace('@', '').replaceAll('/', '-')}.${extension}`)
        writeFileSync(join(project, file), consumerSource(entry))
        return file
      }),
    )
    if (files.length === 0) continue
    for (const [file, faults] of typeFaults(project, files, resolution)) {
      report.check(`types under ${resolution}: ${file}`, faults)
    }
  }
}

/**
 * Runs the installed command.
 *
 * @param {readonly Tarball[]} tarballs
 * @param {string} project
 * @param {Report} report
 */
export function checkCommand(tarballs, project, report) {
  const command = tarballs.find(({ name }) => name === 'isacnet')
  report.check('the command is among the tarballs', command === undefined ? ['there is no package isacnet'] : [])
  if (command === undefined) return
  report.attempt('npx isacnet --version', () => {
    const version = run('npx', ['--no-install', 'isacnet', '--version'], project).trim()
    return version === command.version ? [] : [`printed ${JSON.stringify(version)}, not ${command.version}`]
  })
  report.attempt('npx isacnet --help', () => {
    const [written, formatted] = ['--help', 'help'].map((ask) => run('npx', ['--no-install', 'isacnet', ask], project))
    return written === formatted ? [] : ['the help that the build wrote down is not that of the program']
  })
  report.attempt('npx isacnet evaluate --json', () => {
    const result = JSON.parse(run('npx', ['--no-install', 'isacnet', 'evaluate', '--json'], project))
    return typeof result === 'object' && result !== null && Object.keys(result).length > 0 ? [] : ['an empty result']
  })
}

/** A program as a user may write it, who computes on threads; it says whether they give what this thread gives. */
const threadedProgram = `
import { workerRunner } from '@isacnet/engine'
import { defineNetwork } from '@isacnet/model'
import { defineSimulation, runSimulation } from '@isacnet/simulation'
import { simulationBlocks } from '@isacnet/simulation/blocks'

const main = async () => {
  const definition = defineSimulation(defineNetwork({ K: 2 }), { seed: 1 })
  const until = { trials: 10000 }
  const runner = workerRunner(simulationBlocks, definition, { threads: 2 })
  const { state } = await runSimulation(definition, { until, runner })
  await runner.close()
  console.log(JSON.stringify(state) === JSON.stringify((await runSimulation(definition, { until })).state))
}
main()
`

/**
 * Bundles a program with threads as the engine's README says, and runs it.
 *
 * @param {string} project
 * @param {Report} report
 */
export function checkBundles(project, report) {
  const entry = join(project, 'threaded.js')
  writeFileSync(entry, threadedProgram)
  for (const format of /** @type {const} */ (['esm', 'cjs']))
    report.attempt(`a bundle as ${format} that leaves @isacnet/* out computes on threads`, () => {
      const outfile = join(project, 'bundles', `threaded.${format === 'esm' ? 'mjs' : 'cjs'}`)
      buildSync({
        entryPoints: [entry],
        bundle: true,
        platform: 'node',
        format,
        external: ['@isacnet/*'],
        outfile,
        logLevel: 'silent',
      })
      const printed = run(process.execPath, [outfile], project).trim()
      return printed === 'true' ? [] : [`printed ${JSON.stringify(printed)}`]
    })
}

if (isMain(import.meta.url)) {
  const started = performance.now()
  const report = new Report()
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'isacnet-consumer-')))
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(1))
  try {
    const project = join(scratch, 'project')
    const packed = join(scratch, 'packed')
    mkdirSync(project)
    mkdirSync(packed)
    if (scratch.startsWith(repositoryRoot))
      throw new Error('the consumer must not see the node_modules of the repository')
    const tarballs = packPackages(packed)
    if (installTarballs(tarballs, project, report)) {
      checkLibraries(
        tarballs.map(({ name }) => name),
        project,
        report,
      )
      checkBundles(project, report)
      checkCommand(tarballs, project, report)
    }
  } catch (error) {
    report.check('packages build and pack', [String(error)])
  }
  console.log(`      ${((performance.now() - started) / 1000).toFixed(0)} s`)
  report.finish('consumer')
}
