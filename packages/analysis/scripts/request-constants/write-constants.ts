import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { offsets } from './blocks.js'
import { momentConstants } from './moment-constants.js'
import {
  at,
  clusterSizes,
  place,
  responses as responseCount,
  smallDegrees,
  wantedResponses,
} from './response-blocks.js'
import { degreeCoefficients, responseCoefficients } from './response-constants.js'
import { estimated, readBatches, totalOf } from './sums.js'

// Makes the data files of the constants from the batches that `sample.ts` left.
const { values } = parseArgs({
  options: {
    directory: { type: 'string', default: 'batches' },
    to: { type: 'string', default: 'src/requests/constants' },
  },
})

const rounded = (value: number, decimals: number): number => {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor + 0
}

const write = (name: string, content: Record<string, unknown>): void => {
  const text = JSON.stringify(content)
  const sha256 = createHash('sha256').update(text).digest('hex')
  writeFileSync(`${values.to}/${name}.json`, `${JSON.stringify({ sha256, ...content })}\n`)
}

const batches = readBatches(values.directory, 'moments')
const sums = totalOf(batches)
const without = batches.map((_, b) => totalOf(batches, b))
const errors: Record<string, number[]> = {}
const moments: Record<string, number[]> = {}
for (const { name, decimals, length, of } of momentConstants) {
  const estimates = Array.from({ length }, (_, k) => estimated(sums, without, (of_) => of(of_, k)))
  moments[name] = estimates.map(({ value }) => rounded(value, decimals))
  errors[name] = estimates.map(({ standardError }) => Number(standardError.toPrecision(2)))
}
write('request-moments', { stations: sums[offsets.weightP]!, ...moments })
writeFileSync('golden/request-moments-errors.json', `${JSON.stringify(errors)}\n`)

const responseSums = totalOf(readBatches(values.directory, 'responses'))
const responses: Record<string, number[]> = {}
for (let kind = 0; kind < 3; kind++)
  for (let size = kind === 2 ? 2 : 1; size <= clusterSizes; size++)
    for (let rank = 0; rank < size; rank++)
      for (const response of wantedResponses(kind, size, rank))
        responses[`${kind} ${size} ${rank} ${response}`] = responseCoefficients(
          responseSums,
          kind,
          size,
          rank,
          response,
        ).map((c) => rounded(c, 3))
const degreeLaws = Object.fromEntries(
  (['degree', 'interferer'] as const).map((block) => [
    block,
    Array.from({ length: 7 }, (_, q) =>
      Array.from({ length: smallDegrees }, (_, d) =>
        degreeCoefficients(
          responseSums,
          block,
          q + 2,
          d,
          moments[block === 'degree' ? 'servingDegreeLaw' : 'typicalDegreeLaw']![q * 32 + d]!,
        ).map((c) => rounded(c, 5)),
      ),
    ),
  ]),
)
/** Covariances of requests at the serving BS of a user and at that of a rank, of two users a cell and what one user adds. */
const joint = (which: number): number[] =>
  Array.from({ length: clusterSizes * clusterSizes }, (_, k) => {
    const [size, rank] = [Math.floor(k / clusterSizes) + 1, k % clusterSizes]
    if (size < 2 || rank === 0 || rank >= size) return 0
    const mean = (r: number): number =>
      responseSums[at.mean + place(0, size, r) * responseCount + size - 2]! / responseSums[at.weight]!
    const product = (same: number): number =>
      responseSums[at.joint + same * clusterSizes * clusterSizes + k]! / responseSums[at.weight]!
    return rounded(which === 0 ? product(0) - mean(0) * mean(rank) : 4 * (product(1) - product(0)), 4)
  })
write('request-responses', {
  users: Math.round(responseSums[at.weight]!),
  responses,
  degreeLaws,
  jointCells: joint(0),
  jointUsers: joint(1),
})
