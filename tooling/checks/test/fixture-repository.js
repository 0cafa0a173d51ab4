import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * Writes files into a new folder that is removed after the test.
 *
 * @param {Record<string, string>} files contents by path
 * @returns {string} the folder
 */
export function writeFolder(files) {
  const root = mkdtempSync(join(tmpdir(), 'isacnet-fixture-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/**
 * A small monorepo in which every package sees every other one under its name, as if all manifests allowed it.
 *
 * @param {Record<string, string>} sources contents by path, `packages/<name>/src/…` or `apps/…`
 * @returns {string} its root
 */
export function writeRepository(sources) {
  /** @type {Record<string, string>} */
  const files = { ...sources }
  const packages = [...new Set(Object.keys(sources).map((path) => path.split('/').slice(0, 2).join('/')))]
  /** @param {string} path */
  const nameOf = (path) => (path === 'apps/cli' ? 'isacnet' : `@isacnet/${path.split('/')[1]}`)
  for (const path of packages) {
    files[`${path}/package.json`] ??= JSON.stringify({
      name: nameOf(path),
      type: 'module',
      exports: { '.': { '@isacnet/source': './src/index.ts' } },
    })
  }
  const root = writeFolder(files)
  mkdirSync(join(root, 'node_modules/@isacnet'), { recursive: true })
  for (const path of packages) symlinkSync(join(root, path), join(root, 'node_modules', nameOf(path)), 'dir')
  return root
}
