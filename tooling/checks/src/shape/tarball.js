import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, sep } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { readJson, unpack } from '../workspace.js'

/**
 * Reads what is in a tarball.
 *
 * @param {string} tarball
 * @param {string} scratch a folder to unpack into
 * @returns {import('./tarball-rules.js').PackedPackage}
 */
export function readTarball(tarball, scratch) {
  const directory = unpack(tarball, join(scratch, basename(tarball, '.tgz')))
  const manifest = readJson(join(directory, 'package.json'))
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return {
    path: basename(tarball),
    kind: manifest.exports === undefined && manifest.bin !== undefined ? 'command' : 'library',
    manifest,
    files,
    code: new Map(
      files
        .filter((path) => /^(dist|bin)\/.*\.[cm]?js$/.test(path))
        .map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
    ),
  }
}

/**
 * Lists the findings of publint, suggestions included.
 *
 * @param {string} tarball
 * @returns {Promise<string[]>}
 */
export async function publintFaults(tarball) {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball)
  const { messages, pkg } = await publint({
    pack: { tarball: /** @type {ArrayBuffer} */ (buffer).slice(byteOffset, byteOffset + byteLength) },
  })
  return messages.map(
    (message) => `${message.type} ${message.code}: ${formatMessage(message, pkg, { color: false }) ?? ''}`,
  )
}

/**
 * Lists the findings of attw (are the types wrong?), for tools that don't know exports too. A package without an API has no types to be wrong:
 * don't ask.
 *
 * @param {string} tarball
 * @returns {string[]}
 */
export function attwFaults(tarball) {
  const manifest = createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')
  const command = join(dirname(manifest), readJson(manifest).bin.attw)
  const attw = spawnSync(
    process.execPath,
    [command, tarball, '--format', 'ascii', '--no-emoji', '--no-color', '--no-definitely-typed'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return attw.status === 0 ? [] : [`${attw.stdout}${attw.stderr}`.trim() || `attw ended with ${attw.status}`]
}
