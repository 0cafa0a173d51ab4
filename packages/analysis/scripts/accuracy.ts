/// <reference types="node" />
/**
 * The accuracy table of the README: the largest relative error of each rate on the golden tables.
 *
 *   node --import tsx --conditions @isacnet/source scripts/accuracy.ts           prints it
 *   node --import tsx --conditions @isacnet/source scripts/accuracy.ts --write   puts it into README.md
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Comparison, compareWithOracle, goldenFiles } from '../golden/rows.js'

const readme = new URL('../README.md', import.meta.url)
const section = /(<!-- accuracy:begin -->\n)([\s\S]*?)(<!-- accuracy:end -->)/

/** Rounded up to a power of ten, so that the last bits of an engine's logarithm don't change the table. */
const atMost = (error: number): string => `1e-${Math.floor(-Math.log10(Math.max(error, 1e-13)))}`

export const accuracyTable = (comparisons: readonly Comparison[]): string => {
  const errors = new Map<string, number[]>()
  for (const { kind, rate, expected } of comparisons) {
    const known = errors.get(kind) ?? []
    known.push(Math.abs(rate.value / expected - 1))
    errors.set(kind, known)
  }
  const lines = Array.from(errors, ([kind, all]) => `| ${kind} | ${all.length} | ${atMost(Math.max(...all))} |`)
  return `\n${['| rate | points | relative error ≤ |', '| --- | ---: | ---: |', ...lines].join('\n')}\n\n`
}

export const tableInReadme = (): string => section.exec(readFileSync(readme, 'utf8'))?.[2] ?? ''

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const table = accuracyTable(goldenFiles.flatMap(compareWithOracle))
  if (process.argv.includes('--write'))
    writeFileSync(
      readme,
      readFileSync(readme, 'utf8').replace(section, (_all, begin, _old, end) => begin + table + end),
    )
  else process.stdout.write(table)
}
