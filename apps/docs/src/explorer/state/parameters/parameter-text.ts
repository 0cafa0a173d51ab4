import { InvalidParameterError, type ParameterDefinition, parameterName, permittedValues } from '@isacnet/model'
import { definitionOf, type ExplorerParameter } from './explorer-parameters.js'

/** How a parameter is written in a permalink: as on the command line, in characters that every keyboard has. */
export const plainSymbol = ({ aliases, name }: Pick<ParameterDefinition, 'aliases' | 'name'>): string =>
  aliases.find((alias) => /^\w+$/.test(alias)) ?? name

/** The same by the parameter's name. */
export const plainSymbolOf = (name: ExplorerParameter): string => plainSymbol(definitionOf(name))

/** @throws {InvalidParameterError} {UnknownNameError} for what is no parameter of the explorer. */
export const explorerParameter = (nameOrAlias: string): ExplorerParameter => {
  const name = parameterName(nameOrAlias)
  if (name === 'userDensity' || name === 'targetDensity')
    throw new InvalidParameterError(name, nameOrAlias, 'left out: the cells of the explorer are saturated')
  return name
}

/**
 * The number that was typed or stands in a link: digits, a sign, a point, an exponent; a comma of decimals isn't told from one of thousands.
 * NaN for anything else.
 */
export const plainNumber = (typed: string): number => {
  const text = typed.trim().replace('−', '-')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}

/**
 * A value of a parameter in a link.
 *
 * @throws {InvalidParameterError} for what is no number.
 */
export const parameterValue = (key: string, text: string): number => {
  const value = plainNumber(text)
  const definition = definitionOf(explorerParameter(key))
  if (Number.isNaN(value))
    throw new InvalidParameterError(definition.name, text, permittedValues(definition), definition.symbol)
  return value
}
