import { type ParameterName, parameterDefinitions, parameterName, readParameterValue } from '@isacnet/model'
import { UsageError } from '../process/exit-code.js'

/**
 * `--set name=value` options as changes to the network, by code name. Names may be code names or aliases; values are
 * decimal numbers, or `inf` where they may be infinite. What the numbers may be is the model's to judge.
 *
 * @throws {UsageError} without `=`, or for a parameter given twice.
 * @throws {UnknownNameError} for a name that is no parameter's.
 * @throws {InvalidParameterError} for a value that is not a decimal number.
 */
export const parameterAssignments = (assignments: readonly string[]): Partial<Record<ParameterName, number>> => {
  const given = new Map<ParameterName, string>()
  const changes: Partial<Record<ParameterName, number>> = {}
  for (const assignment of assignments) {
    const separator = assignment.indexOf('=')
    if (separator < 1) throw new UsageError(`--set must be name=value, got ‘${assignment}’`)
    const name = parameterName(assignment.slice(0, separator))
    const earlier = given.get(name)
    if (earlier !== undefined)
      throw new UsageError(`${named(name)} must be given once, got ‘${earlier}’ and ‘${assignment}’`)
    given.set(name, assignment)
    changes[name] = readParameterValue(name, assignment.slice(separator + 1))
  }
  return changes
}

const named = (name: ParameterName): string =>
  `${name} (${parameterDefinitions.find((candidate) => candidate.name === name)?.symbol})`
