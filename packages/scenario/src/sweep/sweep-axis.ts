import { InvalidParameterError } from '@isacnet/model'
import type { WrittenQuantity } from '../source/scenario-schema.js'
import type { ScenarioSource, SourcePath } from '../source/scenario-source.js'
import { constantNumber, type Names, readValue, type WrittenQuantityValue } from '../source/written-value.js'
import type { Dimension } from '../values/unit.js'

/** The values that a quantity takes along an axis. */
export interface AxisValues {
  /** As the scenario writes it, empty for the unit that is used inside. */
  readonly unit: string
  /** In `unit`. */
  readonly values: readonly number[]
  /** In the unit that is used inside, one for each of `values`. */
  readonly native: readonly number[]
  /** Where the value of an index stands. */
  readonly pathOf: (index: number) => SourcePath
}

/** How many points a study can have. */
export const mostPoints = 100_000

const forms = ['values', 'range', 'linspace', 'logspace'] as const

const constantsOnly: Names = {
  resolve: () => undefined,
  describeUnknown: (name) => `the values of a sweep must be numbers, without names, got ‘${name}’`,
}

/**
 * The values of one swept quantity.
 *
 * @throws {ScenarioError} for values that are none, too many, equal or not finite.
 */
export const axisValues = async (
  written: WrittenQuantity,
  dimension: Dimension,
  subject: string,
  source: ScenarioSource,
  path: SourcePath,
): Promise<AxisValues> => {
  const given = forms.filter((form) => written[form] !== undefined)
  if (given.length !== 1) {
    const got = given.length === 0 ? 'none' : given.join(' and ')
    throw source.errorAt(path, `the sweep of ${subject} must have one of ${forms.join(', ')}, got ${got}`)
  }
  const form = given[0]!
  const formPath = [...path, form]
  const read = (value: number | string, at: SourcePath): Promise<WrittenQuantityValue> =>
    readValue(value, dimension, subject, constantsOnly, source, at, written.unit)
  const tooMany = (count: number) =>
    source.errorAt(formPath, `a sweep must have at most ${mostPoints} points, got ${count} values of ${subject}`)

  if (form === 'values') {
    const list = written.values!
    if (list.length === 0) throw source.errorAt(formPath, `the sweep of ${subject} must have values, got none`)
    if (list.length > mostPoints) throw tooMany(list.length)
    const entries: WrittenQuantityValue[] = []
    for (const [index, value] of list.entries()) entries.push(await read(value, [...formPath, index]))
    const numbers = entries.map((entry, index) => constantNumber(entry, source, [...formPath, index]))
    const native = entries.map((entry, index) => entry.toNative(numbers[index]!))
    const first = entries[0]!.unit
    const sameUnit = entries.every(({ unit }) => unit === first)
    return distinct(
      {
        unit: sameUnit ? first : '',
        values: sameUnit ? numbers : native,
        native,
        pathOf: (index) => [...formPath, index],
      },
      subject,
      source,
    )
  }

  const ends = written[form]!
  const named: [string, number][] = []
  let unit: string | undefined
  let toNative: (value: number) => number = (value) => value
  const members = Object.entries(ends).filter(([key]) => key !== 'count')
  for (const [key, value] of members) {
    const at = [...formPath, key]
    const entry = await read(value, at)
    if (unit !== undefined && entry.unit !== unit)
      throw source.errorAt(
        at,
        `start, stop and step of a sweep must have the same unit, got ‘${entry.unit}’ and ‘${unit}’`,
      )
    unit = entry.unit
    toNative = entry.toNative
    named.push([key, constantNumber(entry, source, at)])
  }
  const { start = 0, stop = 0, step } = Object.fromEntries(named)
  const values =
    form === 'range'
      ? equalSteps(start, stop, step!, (key, reason) => source.errorAt([...formPath, key], reason), tooMany)
      : spaced(
          form,
          start,
          stop,
          written[form]!.count,
          (key, reason) => source.errorAt([...formPath, key], reason),
          tooMany,
        )
  return distinct({ unit: unit ?? '', values, native: values.map(toNative), pathOf: () => formPath }, subject, source)
}

type Refusal = (key: string, reason: string) => Error

/** start, start + step, …, up to stop, which belongs to it when a rounding error is all that is missing. */
const equalSteps = (
  start: number,
  stop: number,
  step: number,
  refused: Refusal,
  tooMany: (count: number) => Error,
): number[] => {
  if (step === 0 || (stop - start) * step < 0)
    throw refused('step', `step must lead from ${start} to ${stop}, got ${step}: the sweep would be empty`)
  const count = Math.floor((stop - start) / step + 1e-9) + 1
  if (count > mostPoints) throw tooMany(count)
  // So many decimals that 0.1 + 2·0.1 is 0.3.
  const decimals = Math.min(100, Math.max(0, 12 - Math.floor(Math.log10(Math.abs(step)))))
  return Array.from({ length: count }, (_, index) => Number((start + index * step).toFixed(decimals)) + 0)
}

const spaced = (
  form: 'linspace' | 'logspace',
  start: number,
  stop: number,
  count: number,
  refused: Refusal,
  tooMany: (count: number) => Error,
): number[] => {
  if (!Number.isSafeInteger(count) || count < 1) throw refused('count', `count must be an integer ≥ 1, got ${count}`)
  if (count > mostPoints) throw tooMany(count)
  if (form === 'logspace')
    for (const [key, value] of [
      ['start', start],
      ['stop', stop],
    ] as const)
      if (!(value > 0)) throw refused(key, `${key} of a logspace must be > 0, got ${value}`)
  if (count === 1) {
    if (start !== stop) throw refused('count', `count must be ≥ 2 to lead from ${start} to ${stop}, got 1`)
    return [start]
  }
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return start
    if (index === count - 1) return stop
    const share = index / (count - 1)
    const value = form === 'linspace' ? start + share * (stop - start) : start * (stop / start) ** share
    return Number(value.toPrecision(14))
  })
}

const distinct = (axis: AxisValues, subject: string, source: ScenarioSource): AxisValues => {
  const seen = new Set<number>()
  for (const [index, value] of axis.native.entries()) {
    if (!Number.isFinite(value)) throw source.errorAt(axis.pathOf(index), `${subject} must be finite, got ${value}`)
    if (seen.has(value)) {
      const { message } = new InvalidParameterError(subject, axis.values[index], 'swept over different values')
      throw source.errorAt(axis.pathOf(index), `${message} twice`)
    }
    seen.add(value)
  }
  return axis
}
