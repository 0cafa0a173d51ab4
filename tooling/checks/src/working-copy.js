import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageFolders } from './workspace.js'

/**
 * A copy of the repository as it lies there, changes that aren't committed included, in which packages find each other's copies. What
 * is edited there leaves the repository as it is.
 *
 * @param {string} root of the repository
 * @returns {{ root: string, remove: () => void }}
 */
export const workingCopy = (root) => {
  const copy = mkdtempSync(join(tmpdir(), 'isacnet-copy-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  for (const path of listed.split('\0')) {
    // What git still lists may have been deleted.
    if (path === '' || !existsSync(join(root, path))) continue
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path), { verbatimSymlinks: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  // Links to other packages are relative, so that copied ones lead to their copies.
  for (const group of /** @type {const} */ (['packages', 'apps', 'tooling']))
    for (const folder of packageFolders(copy, group)) {
      const modules = join(group, folder, 'node_modules')
      if (existsSync(join(root, modules)))
        cpSync(join(root, modules), join(copy, modules), { recursive: true, verbatimSymlinks: true })
    }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) }
}
