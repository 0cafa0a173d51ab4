import { permittedName } from '@isacnet/model'
import type { Command, Option } from 'commander'
import { UsageError } from '../../process/exit-code.js'

/** A line of a batch: a command, and how it is called. */
export interface BatchRequest {
  readonly id: unknown
  readonly command: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Commands that a batch doesn't have: they read or serve other streams. */
const excluded = ['batch', 'worker', 'complete']

/**
 * The request that a line is.
 *
 * @throws {UsageError} for what is none.
 * @throws {UnknownNameError} for a command that isn't one of those permitted.
 */
export const batchRequest = (value: unknown, commands: readonly string[]): BatchRequest => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`a request must be a JSON object with a command, got ${shown(value)}`)
  const { id, command, ...members } = value as Readonly<Record<string, unknown>>
  if (typeof command !== 'string')
    throw new UsageError(`command must be a string, got ${command === undefined ? 'none' : shown(command)}`)
  const permitted = commands.filter((name) => !excluded.includes(name))
  return { id, command: permittedName('command', command, permitted), members }
}

/**
 * The words of the command line that a request stands for.
 *
 * @throws {UsageError} for a member with a value that its option can't have.
 * @throws {UnknownNameError} for a member that is no option of the command.
 */
export const commandLine = (
  { command, members }: BatchRequest,
  { options }: Pick<Command, 'options'>,
): readonly string[] => {
  const names = options.map((option) => option.attributeName()).filter((name) => name !== 'json')
  const flags = Object.entries(members).flatMap(([member, value]): string[] => {
    // Documents are JSON in any case.
    if (member === 'arguments' || (member === 'json' && value === true)) return []
    const name = permittedName(`option of ${command}`, camelCase(member), [...names, 'arguments'])
    return flagWords(options.find((option) => option.attributeName() === name)!, member, value)
  })
  return [command, ...flags, '--json', ...positional(members.arguments)]
}

/** `sensing-method` and `sensingMethod` are one member. */
const camelCase = (member: string): string => member.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const flagWords = (option: Option, member: string, value: unknown): string[] => {
  const flag = option.long!
  const takesValue = option.required || option.optional
  if (typeof value === 'boolean') {
    if (takesValue && !option.optional) throw new UsageError(`${member} must have a value, got ${value}`)
    return value === !option.negate ? [flag] : []
  }
  if (!takesValue) throw new UsageError(`${member} must be true or false, got ${shown(value)}`)
  if (member === 'set') return assignments(value)
  const text = (part: unknown): string => {
    if (typeof part === 'string') return part
    if (typeof part === 'number' && Number.isFinite(part)) return String(part)
    throw new UsageError(`${member} must be a number, a string or a list of them, got ${shown(value)}`)
  }
  return [`${flag}=${Array.isArray(value) ? value.map(text).join(',') : text(value)}`]
}

const assignments = (value: unknown): string[] => {
  if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
    return value.map((part) => `--set=${part}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`set must be an object of parameters, got ${shown(value)}`)
  return Object.entries(value).map(([name, number]) => {
    if (typeof number !== 'number' && typeof number !== 'string')
      throw new UsageError(`set.${name} must be a number, or a string with a unit, got ${shown(number)}`)
    return `--set=${name}=${number}`
  })
}

const positional = (value: unknown): string[] => {
  if (value === undefined) return []
  if (!Array.isArray(value) || !value.every((part) => typeof part === 'string'))
    throw new UsageError(`arguments must be a list of strings, got ${shown(value)}`)
  return value.length === 0 ? [] : ['--', ...value]
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
