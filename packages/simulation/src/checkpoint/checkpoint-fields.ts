import { CheckpointError } from './checkpoint-error.js'

/** An object with just these members, and perhaps some of the optional ones. */
export const readRecord = <Name extends string>(
  value: unknown,
  path: string,
  names: readonly Name[],
  optional: readonly string[] = [],
): Readonly<Record<Name, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CheckpointError(`${path} must be an object, got ${shown(value)}`)
  for (const name of names) if (!Object.hasOwn(value, name)) throw new CheckpointError(`${path}.${name} is missing`)
  for (const name of Object.keys(value))
    if (!names.some((known) => known === name) && !optional.includes(name))
      throw new CheckpointError(`${path}.${name} is unknown`)
  return value as Readonly<Record<Name, unknown>>
}

/** An integer between 0 and the greatest that is exact. */
export const readCount = (value: unknown, path: string): number => {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw new CheckpointError(`${path} must be an integer ≥ 0, got ${shown(value)}`)
  return value as number
}

/** A list of such integers. */
export const readCounts = (value: unknown, path: string): readonly number[] => {
  if (!Array.isArray(value)) throw new CheckpointError(`${path} must be a list, got ${shown(value)}`)
  return value.map((count, index) => readCount(count, `${path}[${index}]`))
}

/** @throws {CheckpointError} unless so. */
export const assertConsistent = (consistent: boolean, fault: string): void => {
  if (!consistent) throw new CheckpointError(fault)
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
