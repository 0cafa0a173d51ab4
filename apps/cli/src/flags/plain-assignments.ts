import { parameterName } from '@isacnet/model'

/** A value that needs no conversion: what is wrong with it, if anything is, is said where it is read. */
const plain = /^[+-]?[\d.]*(?:[eE][+-]?\d+)?$|^(?:inf|Infinity|∞)?$/

/**
 * `--set name=value` options with units, as `--set "Pt=30 dBm"`, as plain numbers in the parameters' own units. What reads units is loaded
 * only where there are some.
 *
 * @throws {UnknownNameError} for a name that is no parameter's.
 * @throws {InvalidParameterError} for a value that is neither a number nor one with a unit of the parameter.
 */
export const plainAssignments = async (assignments: readonly string[]): Promise<readonly string[]> => {
  const converted: string[] = []
  for (const assignment of assignments) {
    const separator = assignment.indexOf('=')
    const value = assignment.slice(separator + 1)
    if (separator < 1 || plain.test(value)) {
      converted.push(assignment)
      continue
    }
    const { parameterFromText } = await import('@isacnet/scenario')
    const name = assignment.slice(0, separator)
    converted.push(`${name}=${await parameterFromText(parameterName(name), value)}`)
  }
  return converted
}
