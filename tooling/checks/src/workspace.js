import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder, without a trailing separator. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * @param {string} path
 * @returns {any}
 */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/**
 * Folders under `group` that hold a manifest, sorted by name.
 *
 * @param {string} root
 * @param {'packages' | 'apps' | 'tooling'} group
 * @returns {string[]}
 */
export function packageFolders(root, group) {
  const directory = join(root, group)
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((folder) => existsSync(join(directory, folder, 'package.json')))
    .sort()
}

/**
 * Whether the module at `url` is the script that Node was asked to run.
 *
 * @param {string} url `import.meta.url` of the asking module
 */
export function isMain(url) {
  const script = process.argv[1]
  return script !== undefined && realpathSync(script) === realpathSync(fileURLToPath(url))
}

/**
 * Runs the pnpm that runs this script, or the version that the root manifest names.
 *
 * @param {string[]} args
 * @returns {string} what it wrote to standard output
 * @throws {Error} with all that it wrote, if it failed
 */
function pnpm(args) {
  const running = process.env.npm_execpath
  const [command, prefix] =
    running !== undefined && /pnpm\.c?js$/.test(running)
      ? [process.execPath, [running]]
      : ['npx', ['-y', readJson(join(repositoryRoot, 'package.json')).packageManager]]
  const { status, stdout, stderr } = spawnSync(command, [...prefix, ...args], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`pnpm ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout
}

/** Builds every package, from turbo's cache where nothing changed. Silent unless it fails. */
export function buildPackages() {
  pnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'])
}

/**
 * @typedef {object} Tarball
 * @property {string} name the package's name
 * @property {string} version
 * @property {string} path where the tarball is
 */

/**
 * Builds and packs every package that may be published: all libraries, and the apps that aren't private.
 *
 * @param {string} destination an existing folder for the tarballs
 * @returns {Tarball[]}
 */
export function packPackages(destination) {
  buildPackages()
  const apps = packageFolders(repositoryRoot, 'apps').filter(
    (folder) => readJson(join(repositoryRoot, 'apps', folder, 'package.json')).private !== true,
  )
  const filters = ['./packages/*', ...apps.map((folder) => `./apps/${folder}`)].flatMap((path) => ['--filter', path])
  const report = pnpm(['-r', ...filters, 'pack', '--pack-destination', destination, '--json'])
  /** @type {{ name: string, version: string, filename: string }[] | { name: string, version: string, filename: string }} */
  const packed = JSON.parse(report)
  return [packed].flat().map(({ name, version, filename }) => ({ name, version, path: filename }))
}

/**
 * Unpacks a tarball.
 *
 * @param {string} tarball
 * @param {string} destination
 * @returns {string} the folder with the package's manifest
 */
export function unpack(tarball, destination) {
  mkdirSync(destination, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', destination])
  return join(destination, 'package')
}
