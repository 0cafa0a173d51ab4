import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repositoryRoot, workspacePackages } from './workspace.js'

/**
 * What takes long and follows from the sources of the packages alone: kept in the site's cache, and computed again when a source
 * has changed.
 *
 * @param name - of the file in the cache.
 * @param compute - gives what JSON can hold.
 */
export const computedOnce = async <Result>(name: string, compute: () => Promise<Result>): Promise<Result> => {
  const path = join(repositoryRoot, 'apps/docs/.vitepress/cache', `${name}-${sourceFingerprint()}.json`)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  const result = await compute()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(result))
  return result
}

const sourceFingerprint = (): string => {
  const hash = createHash('sha256')
  for (const { folder } of workspacePackages()) {
    const source = join(repositoryRoot, 'packages', folder, 'src')
    for (const file of readdirSync(source, { recursive: true }).map(String).sort())
      if (file.endsWith('.ts') && !/\.(?:test|bench)\.ts$/.test(file))
        hash.update(`${folder}/${file}\n`).update(readFileSync(join(source, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
