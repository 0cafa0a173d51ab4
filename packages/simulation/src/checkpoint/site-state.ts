import { byService } from '@isacnet/model'
import { type SiteMeanSums, type SiteServiceSums, type SiteSums, siteBinDb } from '../estimate/site-sums.js'
import { strata } from '../quantities/quantity-trials.js'
import { CheckpointError } from './checkpoint-error.js'
import { assertConsistent, readCount, readRecord } from './checkpoint-fields.js'
import { readDistribution, readNames } from './distribution-state.js'

/**
 * Reads the sums that a checkpoint keeps of each site. How many sites there are is checked against the definition by those who summarize it.
 *
 * @throws {CheckpointError} if a member is missing, unknown, of another type, or at odds with another.
 */
export const readSiteSums = (value: unknown, batches: number): SiteSums => {
  const path = 'sums.sites'
  const members = readRecord(value, path, ['batches', 'requests', 'communication', 'sensing'])
  const own = readCount(members.batches, `${path}.batches`)
  assertConsistent(own === batches, `${path} has ${own} batches, not ${batches}`)
  const requests = readRecord(members.requests, `${path}.requests`, ['asked', 'abandoned', 'product'])
  const asked = readMeans(requests.asked, `${path}.requests.asked`, batches)
  const sites = asked.mean.length
  const abandoned = readMeans(requests.abandoned, `${path}.requests.abandoned`, batches, sites)
  const product = readNumbers(requests.product, `${path}.requests.product`, sites)
  const services = byService(({ service }) => readService(members[service], `${path}.${service}`, batches))
  const [users, targets] = [services.communication.bias.length, services.sensing.bias.length]
  assertConsistent(
    users === targets && users <= sites,
    `${path} has ${sites} sites, of which ${users} and ${targets} serve`,
  )
  return { batches, requests: { asked, abandoned, product }, ...services }
}

const readService = (value: unknown, path: string, batches: number): SiteServiceSums => {
  const members = readRecord(value, path, ['rate', 'bias', 'quantities', 'distributions'])
  const rate = readMeans(members.rate, `${path}.rate`, batches)
  const serving = rate.mean.length
  const names = readNames(Object.keys(isObject(members.quantities) ? members.quantities : {}), `${path}.quantities`)
  const quantities = readRecord(members.quantities, `${path}.quantities`, names) as Readonly<Record<string, unknown>>
  const { distributions } = members
  if (!Array.isArray(distributions) || (distributions.length !== 0 && distributions.length !== serving))
    throw new CheckpointError(`${path}.distributions must be one for each of ${serving} sites, or none`)
  return {
    rate,
    bias: readNumbers(members.bias, `${path}.bias`, serving),
    quantities: Object.fromEntries(
      names.map((name) => [name, readMeans(quantities[name], `${path}.quantities.${name}`, batches, serving)]),
    ),
    distributions: distributions.map((each: unknown, i) => {
      const place = `${path}.distributions[${i}]`
      const perBatch = isObject(each) ? Number(each.drawsPerBatch) : Number.NaN
      return readDistribution(each, place, batches, (batches * perBatch) / strata, siteBinDb)
    }),
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readMeans = (value: unknown, path: string, batches: number, length?: number): SiteMeanSums => {
  const members = readRecord(value, path, ['mean', 'squared'])
  const mean = readNumbers(members.mean, `${path}.mean`, length)
  const squared = readNumbers(members.squared, `${path}.squared`, mean.length)
  mean.forEach((sum, i) => {
    // Rounding may take a little of the squares.
    const possible = sum * sum <= batches * squared[i]! * (1 + 1e-9)
    assertConsistent(possible, `${path}.squared[${i}] can’t be ${squared[i]}, if the sum is ${sum}`)
  })
  return { mean, squared }
}

const readNumbers = (value: unknown, path: string, length?: number): readonly number[] => {
  const holds = Array.isArray(value) && value.every((entry) => Number.isFinite(entry) && entry >= 0)
  if (!holds) throw new CheckpointError(`${path} must be a list of numbers ≥ 0`)
  assertConsistent(
    length === undefined || value.length === length,
    `${path} must have ${length} numbers, not ${value.length}`,
  )
  return value as readonly number[]
}
