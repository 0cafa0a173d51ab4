/// <reference types="node" />
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Prints a table, or with `--write` among the arguments puts it into a file, in the place of what is between `<!-- name:begin -->` and
 * `<!-- name:end -->` there.
 */
export const printOrWrite = (table: string, file: URL, name: string): void => {
  if (!process.argv.includes('--write')) {
    process.stdout.write(table)
    return
  }
  const section = new RegExp(`(<!-- ${name}:begin -->\\n)([\\s\\S]*?)(<!-- ${name}:end -->)`)
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(section, (_all, begin, _old, end) => begin + table + end),
  )
}
