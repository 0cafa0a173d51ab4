import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { packageFolders, readJson } from '../workspace.js'

/**
 * A package as the shape rules see it.
 *
 * - `library`: under packages/, published, with an API;
 * - `command`: under apps/, published, with a `bin` and no API;
 * - `site`: under apps/ and private.
 *
 * @typedef {object} WorkspacePackage
 * @property {string} path from the repository's root, such as packages/model
 * @property {string} folder the last part of `path`
 * @property {'library' | 'command' | 'site'} kind
 * @property {Record<string, any>} manifest
 * @property {Map<string, string>} files text by path from the package's folder
 * @property {{ license: string, engines: Record<string, string> }} repository what every package repeats from the root
 */

/** Built, installed or generated: no part of a package's shape. */
const skipped = new Set(['node_modules', 'dist', 'coverage', '.turbo', 'golden'])

/** @param {string} directory @returns {string[]} */
function listFiles(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(directory, entry.name)
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

/**
 * @param {string} root
 * @param {'packages' | 'apps'} group
 * @param {string} folder
 * @returns {WorkspacePackage}
 */
function readPackage(root, group, folder) {
  const directory = join(root, group, folder)
  const manifest = readJson(join(directory, 'package.json'))
  return {
    path: `${group}/${folder}`,
    folder,
    kind: group === 'packages' ? 'library' : manifest.private === true ? 'site' : 'command',
    manifest,
    files: new Map(
      listFiles(directory).map((path) => [relative(directory, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
    ),
    repository: {
      license: readFileSync(join(root, 'LICENSE'), 'utf8'),
      engines: readJson(join(root, 'package.json')).engines,
    },
  }
}

/**
 * Every package and app of a repository.
 *
 * @param {string} root
 * @returns {WorkspacePackage[]}
 */
export function readPackages(root) {
  return /** @type {const} */ (['packages', 'apps']).flatMap((group) =>
    packageFolders(root, group).map((folder) => readPackage(root, group, folder)),
  )
}
