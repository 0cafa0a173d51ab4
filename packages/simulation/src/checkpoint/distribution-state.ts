import { quantityNamesOf } from '@isacnet/model'
import { areBins, type DistributionSums } from '../quantities/distribution-sums.js'
import { strata } from '../quantities/quantity-trials.js'
import { CheckpointError } from './checkpoint-error.js'
import { assertConsistent, readCount, readCounts, readRecord } from './checkpoint-fields.js'

/** Canonical names of quantities. */
export const readNames = (value: unknown, path: string): readonly string[] => {
  if (Array.isArray(value) && value.every((name) => typeof name === 'string'))
    try {
      const names = quantityNamesOf(value)
      if (names.join() === value.join()) return names
    } catch {}
  throw new CheckpointError(`${path} must have the names of quantities, got ${JSON.stringify(value)?.slice(0, 60)}`)
}

/** The distribution of a quantity's SIRs, in bins of this width in dB. */
export const readDistribution = (
  value: unknown,
  path: string,
  batches: number,
  trials: number,
  width?: number,
): DistributionSums => {
  const members = readRecord(value, path, ['quantities', 'drawsPerBatch', 'first', 'counts', 'squares'])
  const quantities = readNames(members.quantities, `${path}.quantities`)
  const drawsPerBatch = readCount(members.drawsPerBatch, `${path}.drawsPerBatch`)
  const counts = readCounts(members.counts, `${path}.counts`)
  const squares = readCounts(members.squares, `${path}.squares`)
  const { first } = members
  assertConsistent(
    areBins(first as number, counts.length, width),
    `${path}.first must be the number of a bin, with room for ${counts.length}`,
  )
  const draws = batches * drawsPerBatch
  assertConsistent(
    draws === strata * trials,
    `${path}.drawsPerBatch must make ${strata} SIRs of each of ${trials} trials, got ${drawsPerBatch} in ${batches} batches`,
  )
  assertConsistent(total(counts) === draws, `${path}.counts must add up to ${draws}`)
  assertConsistent(
    squares.length === counts.length && total(squares) === draws * drawsPerBatch,
    `${path}.squares must be as many as counts and add up to ${draws * drawsPerBatch}`,
  )
  return { quantities, drawsPerBatch, first: first as number, counts, squares }
}

const total = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0)
