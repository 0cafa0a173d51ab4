/// <reference types="node" />
/**
 * The accuracy table of the README: the worst and the median relative error of each function on the golden values.
 *
 *   node --import tsx --conditions @isacnet/source scripts/accuracy.ts           prints it
 *   node --import tsx --conditions @isacnet/source scripts/accuracy.ts --write   puts it into README.md
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { relativeError } from '../golden/relative-error.js'
import { betaRows, gammaRows, incompleteBetaRows, incompleteGammaRows } from '../golden/rows.js'
import {
  beta,
  gamma,
  incompleteBeta,
  incompleteBetaComplement,
  lnBeta,
  lnGamma,
  lowerIncompleteGamma,
  regularizedIncompleteBeta,
  regularizedIncompleteBetaComplement,
  regularizedLowerIncompleteGamma,
  regularizedUpperIncompleteGamma,
  upperIncompleteGamma,
} from '../src/index.js'

type Case = readonly [actual: number, expected: number]

const BEGIN = '<!-- accuracy:begin -->'
const END = '<!-- accuracy:end -->'

/** Rounded up to one digit in units of 1e-15, so that the last bit of an engine's logarithm does not change the table. */
function atMost(error: number): string {
  return `${Math.max(1, Math.ceil(error / 1e-15))}e-15`
}

function line(name: string, where: string, cases: readonly Case[]): string {
  const errors = cases.map(([actual, expected]) => relativeError(actual, expected)).sort((one, other) => one - other)
  const median = errors[errors.length >> 1]!
  return `| \`${name}\` | ${where} | ${cases.length} | ${atMost(errors.at(-1)!)} | ${median < 2.3e-16 ? '≤ 1 ulp' : atMost(median)} |`
}

/** Over each sample of the golden tables. */
export function accuracyTable(): string {
  const lines = [
    '| function | where | points | worst ≤ | median |',
    '| --- | --- | ---: | ---: | ---: |',
    line(
      'gamma',
      's ∈ [0.001, 171]',
      gammaRows.filter((row) => row[1] !== null).map(([s, value]) => [gamma(s), value!] as const),
    ),
    line(
      'lnGamma',
      's ∈ [0.001, 400], dense at 1 and 2',
      gammaRows.map(([s, , value]) => [lnGamma(s), value] as const),
    ),
    line(
      'beta',
      'a, b ∈ [0.01, 400]',
      betaRows.filter(([a, b]) => Math.max(a, b) <= 400).map(([a, b, value]) => [beta(a, b), value] as const),
    ),
    line(
      'lnBeta',
      'a, b ∈ [0.01, 400], dense at B = 1',
      betaRows.map(([a, b, , value]) => [lnBeta(a, b), value] as const),
    ),
  ]
  const betaSamples: [string, (sample: string) => boolean][] = [
    ['a ∈ [0.01, 2], b ∈ [0.5, 400]', (sample) => /^(box|box-uniform|corner|seam)$/.test(sample)],
    ['a ∈ [0.5, 400], b ∈ [0.01, 2]', (sample) => /^exchanged(-corner|-seam)?$/.test(sample)],
    ['a, b ∈ [0.01, 400], dense at the mean', (sample) => /^(square|mean|large-mean)$/.test(sample)],
    ['the theorems: 1 − δ, K + δ and exchanged', (sample) => /theorem$/.test(sample)],
  ]
  const betaFunctions = [
    [incompleteBeta, 4],
    [incompleteBetaComplement, 5],
    [regularizedIncompleteBeta, 6],
    [regularizedIncompleteBetaComplement, 7],
  ] as const
  for (const [evaluate, column] of betaFunctions) {
    for (const [where, belongs] of betaSamples) {
      const rows = incompleteBetaRows.filter(([sample]) => belongs(sample))
      lines.push(
        line(
          evaluate.name,
          where,
          rows.map((row) => [evaluate(row[1], row[2], row[3]), row[column]] as const),
        ),
      )
    }
  }
  const gammaFunctions = [
    [lowerIncompleteGamma, 3],
    [upperIncompleteGamma, 4],
    [regularizedLowerIncompleteGamma, 5],
    [regularizedUpperIncompleteGamma, 6],
  ] as const
  for (const [evaluate, column] of gammaFunctions) {
    lines.push(
      line(
        evaluate.name,
        's ∈ [0.01, 50], x ∈ [1e-10, 200]',
        incompleteGammaRows.map((row) => [evaluate(row[1], row[2]), row[column]] as const),
      ),
    )
  }
  return lines.join('\n')
}

/** The table that stands between the markers of a README, without the padding that a formatter gives its cells. */
export function tableIn(readme: string): string {
  return readme
    .slice(readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END))
    .trim()
    .replace(/ *\| */g, ' | ')
    .replace(/-{3,}/g, '---')
    .replace(/^ | $/gm, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const table = accuracyTable()
  console.log(table)
  if (process.argv.includes('--write')) {
    const path = fileURLToPath(new URL('../README.md', import.meta.url))
    const readme = readFileSync(path, 'utf8')
    const before = readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length)
    writeFileSync(path, `${before}\n\n${table}\n\n${readme.slice(readme.indexOf(END))}`)
  }
}
