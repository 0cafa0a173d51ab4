import { type ParameterName, parameterDefinitions, parameterName, UnknownNameError } from '@isacnet/model'
import { reservedNames } from '../values/expression.js'
import type { Dimension } from '../values/unit.js'
import type { ScenarioSource } from './scenario-source.js'
import type { Names } from './written-value.js'

const dimensions: Readonly<Partial<Record<ParameterName, Dimension>>> = {
  baseStationDensity: 'density',
  clutterDensity: 'density',
  userDensity: 'density',
  targetDensity: 'density',
  transmitPower: 'power',
  noisePower: 'power',
  radarCrossSection: 'ratio',
  receiveFilterGain: 'ratio',
  matchedFilterGain: 'ratio',
  clutterCrossSection: 'ratio',
  clutterResidual: 'ratio',
  rmsBandwidth: 'frequency',
}

/** The dimension of a parameter, by its code name, or of a variable. */
export const dimensionOf = (name: string): Dimension => dimensions[name as ParameterName] ?? 'none'

/** A parameter for people: `usersPerCell (K)`; a variable by its name. */
export const subjectOf = (name: string): string => {
  const definition = parameterDefinitions.find((candidate) => candidate.name === name)
  return definition === undefined ? name : `${name} (${definition.symbol})`
}

/** The code name of a parameter, or `undefined`. */
export const parameterCalled = (nameOrAlias: string): ParameterName | undefined => {
  try {
    return parameterName(nameOrAlias)
  } catch {
    return undefined
  }
}

/** The names that expressions of a scenario may refer to: parameters and its variables. */
export const scenarioNames = (variables: readonly string[]): Names => {
  const known = new Set(variables)
  const permitted = [...parameterDefinitions.flatMap(({ name, aliases }) => [name, ...aliases]), ...variables]
  return {
    resolve: (name) => parameterCalled(name) ?? (known.has(name) ? name : undefined),
    describeUnknown: (name) => {
      const { suggestion } = new UnknownNameError('name', name, permitted)
      const hint = suggestion === undefined ? '' : ` did you mean ‘${suggestion}’?`
      return `unknown name ‘${name}’:${hint} permitted: parameters (isacnet parameters lists them)${
        variables.length === 0 ? '' : ` and the variables ${variables.join(', ')}`
      }`
    },
  }
}

/** @throws {ScenarioError} for a variable whose name means something else, or can't occur in expressions. */
export const assertVariableNames = (variables: readonly string[], source: ScenarioSource): void => {
  for (const name of variables) {
    const refused = (reason: string) => source.errorAt(['variables', name], reason, { key: true })
    if (!/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name))
      throw refused(
        `the name of a variable must have letters, digits and _ only, begin with a letter and be at most 40 long, got ‘${name.slice(0, 60)}’`,
      )
    const parameter = parameterCalled(name)
    if (parameter !== undefined)
      throw refused(
        `the name of a variable must be its own, got ‘${name}’, which is the parameter ${subjectOf(parameter)}`,
      )
    if (reservedNames.has(name) || operatorWords.has(name))
      throw refused(`the name of a variable must be its own, got ‘${name}’, which means something else in expressions`)
  }
}

/** Names that mathjs doesn't read as such. */
const operatorWords: ReadonlySet<string> = new Set([
  ...['and', 'or', 'xor', 'not', 'mod', 'to', 'in', 'end'],
  ...['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'i'],
])
