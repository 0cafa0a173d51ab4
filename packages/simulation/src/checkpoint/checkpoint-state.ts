import type { SirValues } from '@isacnet/model'
import { type ExactSum, isExactSum } from '@isacnet/special-functions'
import { coverageThresholdsDb } from '../estimate/coverage-grid.js'
import type { LoadSums } from '../estimate/load-sums.js'
import type { NullingSums } from '../estimate/nulling-sums.js'
import type { RateSums } from '../estimate/rate-sums.js'
import type { RatioSums } from '../estimate/ratio-sums.js'
import { countedRatios, type RequestCounts } from '../estimate/request-counts.js'
import type { SimulationState } from '../estimate/simulation-state.js'
import {
  type ControlGroup,
  type ControlGroupName,
  type ControlSums,
  controlGroups,
} from '../quantities/control-sums.js'
import type { MeanSums, QuantityMeanSums } from '../quantities/quantity-sums.js'
import { CheckpointError } from './checkpoint-error.js'
import { assertConsistent, readCount, readCounts, readRecord } from './checkpoint-fields.js'
import { readDistribution, readNames } from './distribution-state.js'
import { readSiteSums } from './site-state.js'

/**
 * The state of a checkpoint.
 *
 * @throws {CheckpointError} if a member is missing, unknown, of another type, or at odds with another.
 */
export const readState = (value: unknown): SimulationState => {
  const { blocks: blockCount, sums } = readRecord(value, 'state', ['blocks', 'sums'])
  const blocks = readCount(blockCount, 'state.blocks')
  const members: Readonly<Record<'trials' | 'communication' | 'sensing' | 'nulling' | 'load' | 'sites', unknown>> = {
    load: undefined,
    sites: undefined,
    ...readRecord(sums, 'sums', ['trials', 'communication', 'sensing', 'nulling'], ['load', 'sites']),
  }
  const trials = readCount(members.trials, 'sums.trials')
  const communication = readRateSums(members.communication, 'sums.communication', trials)
  const sensing = readRateSums(members.sensing, 'sums.sensing', trials)
  const nulling = readNullingSums(members.nulling)
  const { batches } = communication
  assertConsistent(isMultiple(batches, blocks), `${batches} batches don't make ${blocks} blocks`)
  assertConsistent(isMultiple(trials, batches), `${trials} trials don't make ${batches} batches`)
  assertConsistent(sensing.batches === batches, `communication has ${batches} batches, sensing ${sensing.batches}`)
  if (nulling.byDrop !== undefined) {
    const { drops, serving } = nulling.byDrop
    assertConsistent(drops === batches, `sums.nulling.byDrop has ${drops} drops, not ${batches}`)
    assertConsistent(serving.units === trials, `sums.nulling.byDrop has ${serving.units} trials, not ${trials}`)
  }
  const load = members.load === undefined ? {} : { load: readLoadSums(members.load) }
  const sites = members.sites === undefined ? {} : { sites: readSiteSums(members.sites, batches) }
  return { blocks, sums: { trials, communication, sensing, nulling, ...load, ...sites } }
}

const isMultiple = (count: number, of: number): boolean => (of === 0 ? count === 0 : count > 0 && count % of === 0)

const readRateSums = (value: unknown, path: string, trials: number): RateSums => {
  const names = ['batches', 'rate', 'squaredRate', 'bias', 'covered', 'squaredCovered'] as const
  const members: Readonly<Record<(typeof names)[number] | 'quantities' | 'distribution' | 'control', unknown>> = {
    quantities: undefined,
    distribution: undefined,
    control: undefined,
    ...readRecord(value, path, names, ['quantities', 'distribution', 'control']),
  }
  const batches = readCount(members.batches, `${path}.batches`)
  const covered = readCounts(members.covered, `${path}.covered`)
  const squaredCovered = readCounts(members.squaredCovered, `${path}.squaredCovered`)
  for (const counts of [covered, squaredCovered])
    assertConsistent(
      counts.length === coverageThresholdsDb.length,
      `${path} must count ${coverageThresholdsDb.length} thresholds, not ${counts.length}`,
    )
  covered.forEach((count, k) => {
    assertConsistent(
      count <= (covered[k - 1] ?? trials),
      `${path}.covered[${k}] must be at most ${covered[k - 1] ?? trials}, got ${count}`,
    )
    const square = squaredCovered[k]!
    assertConsistent(
      count * count <= square * batches && square * batches <= count * trials,
      `${path}.squaredCovered[${k}] can't be ${square}, if ${count} of ${trials} trials are covered`,
    )
  })
  return {
    batches,
    rate: readSum(members.rate, `${path}.rate`),
    squaredRate: readSum(members.squaredRate, `${path}.squaredRate`),
    bias: readSum(members.bias, `${path}.bias`),
    covered,
    squaredCovered,
    ...(members.quantities === undefined
      ? {}
      : { quantities: readMeans(members.quantities, `${path}.quantities`, batches) }),
    ...(members.distribution === undefined
      ? {}
      : { distribution: readDistribution(members.distribution, `${path}.distribution`, batches, trials) }),
    ...(members.control === undefined ? {} : { control: readControl(members.control, `${path}.control`, batches) }),
  }
}

const readControl = (value: unknown, path: string, batches: number): ControlSums => {
  const members = readRecord(value, path, controlGroups)
  const control = Object.fromEntries(
    controlGroups.map((name) => [name, readControlGroup(members[name], `${path}.${name}`)]),
  ) as Record<ControlGroupName, ControlGroup>
  const grouped = control.even.batches + control.odd.batches
  assertConsistent(grouped === batches, `${path} has ${grouped} batches, not ${batches}`)
  return control
}

const readControlGroup = (value: unknown, path: string): ControlGroup => {
  const sums = ['mean', 'squared', 'squaredDeviation', 'bias', 'error'] as const
  const signed = ['deviation', 'product'] as const
  const members = readRecord(value, path, ['batches', ...sums, ...signed])
  return {
    batches: readCount(members.batches, `${path}.batches`),
    ...(Object.fromEntries(sums.map((name) => [name, readSum(members[name], `${path}.${name}`)])) as Record<
      (typeof sums)[number],
      ExactSum
    >),
    ...(Object.fromEntries(signed.map((name) => [name, readSignedSum(members[name], `${path}.${name}`)])) as Record<
      (typeof signed)[number],
      ExactSum
    >),
  }
}

const readLoadSums = (value: unknown): LoadSums => {
  const path = 'sums.load'
  const members = readRecord(value, path, ['communication', 'sensing', 'activeShare'])
  const service = (name: 'communication' | 'sensing') => {
    const { ase, servedShare } = readRecord(members[name], `${path}.${name}`, ['ase', 'servedShare'])
    return {
      ase: readMean(ase, `${path}.${name}.ase`),
      servedShare: readMean(servedShare, `${path}.${name}.servedShare`),
    }
  }
  return {
    communication: service('communication'),
    sensing: service('sensing'),
    activeShare: readMean(members.activeShare, `${path}.activeShare`),
  }
}

const readMean = (value: unknown, path: string): MeanSums => {
  const { mean, squared } = readRecord(value, path, ['mean', 'squared'])
  return { mean: readSum(mean, `${path}.mean`), squared: readSum(squared, `${path}.squared`) }
}

const readMeans = (value: unknown, path: string, batches: number): SirValues<QuantityMeanSums> => {
  const names = readNames(Object.keys(typeof value === 'object' && value !== null ? value : {}), path)
  const members: Readonly<Record<string, unknown>> = readRecord(value, path, names)
  return Object.fromEntries(names.map((name) => [name, readQuantity(members[name], `${path}.${name}`, batches)]))
}

const readQuantity = (value: unknown, path: string, batches: number): QuantityMeanSums => {
  const { mean, squared, control }: Readonly<Record<'mean' | 'squared' | 'control', unknown>> = {
    control: undefined,
    ...readRecord(value, path, ['mean', 'squared'], ['control']),
  }
  const sums = readMean({ mean, squared }, path)
  return control === undefined ? sums : { ...sums, control: readControl(control, `${path}.control`, batches) }
}

const readSum = (value: unknown, path: string): ExactSum => {
  if (!isExactSum(value) || value.startsWith('-'))
    throw new CheckpointError(`${path} must be an exact sum ≥ 0 in hexadecimal`)
  return value
}

const readSignedSum = (value: unknown, path: string): ExactSum => {
  if (!isExactSum(value)) throw new CheckpointError(`${path} must be an exact sum in hexadecimal`)
  return value
}

const readNullingSums = (value: unknown): NullingSums => {
  const path = 'sums.nulling'
  const names = ['stations', 'requests', 'abandoned', 'histogram'] as const
  const members: Readonly<Record<(typeof names)[number] | 'byDrop', unknown>> = {
    byDrop: undefined,
    ...readRecord(value, path, names, ['byDrop']),
  }
  const stations = readCount(members.stations, `${path}.stations`)
  const requests = readCount(members.requests, `${path}.requests`)
  const abandoned = readCount(members.abandoned, `${path}.abandoned`)
  const histogram = readCounts(members.histogram, `${path}.histogram`)
  assertConsistent(abandoned <= requests, `${path}.abandoned must be at most ${requests}, got ${abandoned}`)
  assertConsistent(total(histogram) === stations, `${path}.histogram has ${total(histogram)} stations, not ${stations}`)
  const asked = histogram.reduce((sum, count, n) => sum + n * count, 0)
  assertConsistent(asked === requests, `${path}.histogram has ${asked} requests, not ${requests}`)
  if (members.byDrop === undefined) return { stations, requests, abandoned, histogram }
  const byDrop = readRequestCounts(members.byDrop, `${path}.byDrop`)
  assertConsistent(
    byDrop.typical.counts.join() === histogram.join(),
    `${path}.byDrop.typical must count what ${path}.histogram counts`,
  )
  return { stations, requests, abandoned, histogram, byDrop }
}

const readRequestCounts = (value: unknown, path: string): RequestCounts => {
  const members = readRecord(value, path, ['drops', 'servingMean', ...countedRatios])
  const drops = readCount(members.drops, `${path}.drops`)
  const [typical, serving, communication, sensing] = countedRatios.map((name) =>
    readRatioSums(members[name], `${path}.${name}`, drops),
  ) as [RatioSums, RatioSums, RatioSums, RatioSums]
  for (const [name, { counts, units }] of Object.entries({ typical, serving }))
    assertConsistent(total(counts) === units, `${path}.${name}.counts must add up to ${units}`)
  const servingMean = readMean(members.servingMean, `${path}.servingMean`)
  return { drops, typical, serving, servingMean, communication, sensing }
}

const readRatioSums = (value: unknown, path: string, drops: number): RatioSums => {
  const members = readRecord(value, path, ['units', 'squaredUnits', 'counts', 'squares', 'products'])
  const units = readCount(members.units, `${path}.units`)
  const squaredUnits = readCount(members.squaredUnits, `${path}.squaredUnits`)
  const [counts, squares, products] = (['counts', 'squares', 'products'] as const).map((name) =>
    readCounts(members[name], `${path}.${name}`),
  ) as [readonly number[], readonly number[], readonly number[]]
  assertConsistent(
    units * units <= drops * squaredUnits,
    `${path}.squaredUnits can't be ${squaredUnits}, if ${drops} drops have ${units} units`,
  )
  assertConsistent(
    squares.length === counts.length && products.length === counts.length,
    `${path} must have a square and a product for each of ${counts.length} counts`,
  )
  counts.forEach((count, k) => {
    assertConsistent(count <= units, `${path}.counts[${k}] must be at most ${units}, got ${count}`)
    const square = squares[k]!
    const product = products[k]!
    assertConsistent(
      count * count <= drops * square && square <= product && product <= squaredUnits,
      `${path}.squares[${k}] and products[${k}] can't be ${square} and ${product}, if the count is ${count}`,
    )
  })
  return { units, squaredUnits, counts, squares, products }
}

const total = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0)
