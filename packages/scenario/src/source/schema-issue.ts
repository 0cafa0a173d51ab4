import { alternatives, parameterName, UnknownNameError } from '@isacnet/model'
import * as z from 'zod/mini'
import { type ScenarioDocument, scenarioSchema } from './scenario-schema.js'
import type { ScenarioSource, SourcePath } from './scenario-source.js'

/**
 * A file's data as a scenario.
 *
 * @throws {ScenarioError} for the first thing that the schema doesn't permit, with the nearest name where a name is wrong.
 */
export const readDocument = (source: ScenarioSource): ScenarioDocument => {
  const result = z.safeParse(scenarioSchema, source.value)
  // Not the data of the result: its members are in the order of the schema rather than of the file.
  if (result.success) return source.value as ScenarioDocument
  const { path, reason, key } = describe(deepest(result.error.issues[0]!), source.value)
  throw source.errorAt(path, reason, { key })
}

type Issue = z.core.$ZodIssue

/** Returns the alternative, among those that a value could have been, that it comes nearest to. */
const deepest = (issue: Issue): Issue => {
  if (issue.code !== 'invalid_union') return issue
  const alternatives = issue.errors.flatMap(([first]) => (first === undefined ? [] : [first as Issue]))
  const best = alternatives
    .filter((alternative) => alternative.path.length > 0 || alternative.code === 'unrecognized_keys')
    .at(0)
  if (best !== undefined) return deepest({ ...best, path: [...issue.path, ...best.path] })
  const expected = alternatives.flatMap((alternative) =>
    alternative.code === 'invalid_type' ? [alternative.expected] : [],
  )
  return { ...alternatives[0]!, code: 'invalid_type', expected: expected.join('|'), path: issue.path } as Issue
}

const describe = (issue: Issue, value: unknown): { path: SourcePath; reason: string; key: boolean } => {
  const path = issue.path as SourcePath
  const subject = path.length === 0 ? 'a scenario' : nameOf(path)
  const got = valueAt(value, path)
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0]!
    return { path: [...path, name], reason: unknownKey(name, path), key: true }
  }
  if (issue.code === 'invalid_value') {
    const permitted = issue.values.map(String)
    const reason = typeof got === 'string' ? new UnknownNameError(subject, got, permitted).message : undefined
    return {
      path,
      reason: reason ?? `${subject} must be one of ${permitted.join(', ')}, got ${shown(got)}`,
      key: false,
    }
  }
  if (issue.code === 'invalid_type') {
    const expected = issue.expected.split('|').map((kind) => kinds[kind] ?? kind)
    if (got === undefined) {
      const missing = path.at(-1)
      const parent = path.slice(0, -1)
      const where = parent.length === 0 ? 'a scenario' : nameOf(parent)
      return { path: parent, reason: `${where} must have ‘${missing}’: ${alternatives(expected)}`, key: true }
    }
    // YAML reads a title such as 2024 as a number.
    const quoted =
      issue.expected === 'string' && ['number', 'boolean'].includes(typeof got) ? `: write it in quotes, "${got}"` : ''
    return { path, reason: `${subject} must be ${alternatives(expected)}, got ${shown(got)}${quoted}`, key: false }
  }
  return { path, reason: `${subject}: ${issue.message}, got ${shown(got)}`, key: false }
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  string: 'a string',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
}

/** `network.usersPerCell`, `compute[2].simulation`. */
const nameOf = (path: SourcePath): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`)).join('')

const unknownKey = (name: string, path: SourcePath): string => {
  if (name.includes(')')) return `within { }, an expression with a comma must be in quotes, got the key ‘${name}’`
  if (path.length === 1 && path[0] === 'network') {
    try {
      parameterName(name)
    } catch (error) {
      return (error as Error).message
    }
  }
  const permitted = permittedKeys(path)
  const where = path.length === 0 ? '' : ` in ${nameOf(path)}`
  return new UnknownNameError(`key${where}`, name, permitted).message
}

/** The keys that the schema has at a path. */
const permittedKeys = (path: SourcePath): readonly string[] => {
  let schema: z.core.$ZodType | undefined = scenarioSchema
  for (const step of path) {
    const inner = unwrapped(schema)
    if (inner instanceof z.core.$ZodObject) schema = inner._zod.def.shape[step]
    else if (inner instanceof z.core.$ZodArray) schema = inner._zod.def.element
    else return []
  }
  const inner = unwrapped(schema)
  return inner instanceof z.core.$ZodObject ? Object.keys(inner._zod.def.shape) : []
}

const unwrapped = (schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined => {
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodNullable)
    return unwrapped(schema._zod.def.innerType)
  if (schema instanceof z.core.$ZodUnion)
    return schema._zod.def.options.find((option) => option instanceof z.core.$ZodObject)
  return schema
}

const valueAt = (value: unknown, path: SourcePath): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )

/** A value for people, in a few words. */
const shown = (value: unknown): string => {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  const text = String(value)
  return `‘${text.length > 60 ? `${text.slice(0, 60)}…` : text}’`
}
