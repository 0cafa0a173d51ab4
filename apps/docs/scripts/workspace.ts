import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')

/** Where the site's pages are; generated ones lie beside the others and are not committed. */
export const pagesFolder = fileURLToPath(new URL('../pages', import.meta.url))

/** Files that are served as they are. */
export const publicFolder = join(pagesFolder, 'public')

/** Where the sources can be read. */
export const repositoryUrl = 'https://github.com/isacnet/isacnet'

/** A published package under `packages/`. */
export interface WorkspacePackage {
  readonly folder: string
  readonly name: string
  readonly description: string
  /** The entries that can be imported from it. */
  readonly entries: readonly PackageEntry[]
}

/** An entry of a package, such as `@isacnet/engine/redis`. */
export interface PackageEntry {
  readonly name: string
  /** Its page under `/api/`. */
  readonly page: string
  /** Its file, by a path from the root. */
  readonly source: string
}

/** The libraries of the repository, each after those that it depends on. */
export const workspacePackages = (): WorkspacePackage[] => {
  const folders = readdirSync(join(repositoryRoot, 'packages'))
    .filter((folder) => existsSync(join(repositoryRoot, 'packages', folder, 'package.json')))
    .sort()
  const ordered: WorkspacePackage[] = []
  const visit = (folder: string): void => {
    if (!folders.includes(folder) || ordered.some((other) => other.folder === folder)) return
    const path = join(repositoryRoot, 'packages', folder, 'package.json')
    const { name, description, dependencies = {}, exports } = JSON.parse(readFileSync(path, 'utf8'))
    for (const dependency of Object.keys(dependencies)) visit(dependency.replace('@isacnet/', ''))
    ordered.push({ folder, name, description, entries: packageEntries(folder, name, exports) })
  }
  for (const folder of folders) visit(folder)
  return ordered
}

const packageEntries = (
  folder: string,
  name: string,
  exports: Readonly<Record<string, string | { readonly '@isacnet/source': string }>>,
): PackageEntry[] =>
  Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return []
    const below = subpath.slice(1)
    const source = join('packages', folder, target['@isacnet/source'])
    return [{ name: `${name}${below}`, page: `${folder}${below.replaceAll('/', '-')}`, source }]
  })
