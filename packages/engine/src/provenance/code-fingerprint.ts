import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A fingerprint of all code below a folder; tests, benchmarks, declarations and source maps compute nothing. */
export const codeFingerprint = (folder: string): string => {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true })
    .map((name) => String(name).split(sep).join('/'))
    .filter((name) => /\.(?:ts|js|cjs)$/.test(name) && !/\.(?:test|bench|d)\.ts$/.test(name))
  if (files.length === 0) throw new Error(`there is no code in ${folder}`)
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 8)
}
