import { decimalPattern, decimalText } from '../values/decimal-text.js'
import { type Expression, ExpressionError, parseExpression, reservedNames } from '../values/expression.js'
import { plainText } from '../values/plain-text.js'
import {
  type Dimension,
  isUnitName,
  nativeUnit,
  type UnitConversion,
  UnitError,
  unitConversion,
  unitNames,
} from '../values/unit.js'
import type { ScenarioSource, SourcePath } from './scenario-source.js'

/** A value of a scenario, read: its unit is known to fit, its expression to be harmless. */
export interface WrittenQuantityValue {
  /** The unit as it is written; empty if there is none. */
  readonly unit: string
  readonly toNative: UnitConversion
  /** In `unit`. */
  readonly number: number | Expression
}

/** The meaning of names in expressions. */
export interface Names {
  /** The name that stands for what is called so, or `undefined` if nothing is. */
  readonly resolve: (name: string) => string | undefined
  readonly describeUnknown: (name: string) => string
}

const numberAndRest = new RegExp(`^(${decimalPattern.source}) ?(\\S.*)$`)

/**
 * Reads `5`, `30 dBm`, `4 /km^2`, or an expression. A text is a number with a unit if a unit follows the number and none of its names
 * means something in expressions: `4 /J` divides by J.
 *
 * @param subject - the member that has the value, for errors.
 * @param unit - the unit of a value that is written without one, if that is given elsewhere.
 * @throws {ScenarioError} with the place in the file.
 */
export const readValue = async (
  written: number | string,
  dimension: Dimension,
  subject: string,
  names: Names,
  source: ScenarioSource,
  path: SourcePath,
  unit = '',
): Promise<WrittenQuantityValue> => {
  const conversion = async (text: string, offset = 0): Promise<UnitConversion> => {
    try {
      return await unitConversion(text, dimension)
    } catch (error) {
      if (error instanceof UnitError) throw source.errorAt(path, `${subject} ${error.message}`, { offset })
      throw error
    }
  }
  if (typeof written === 'number') return { unit, toNative: await conversion(unit), number: written }
  const text = plainText(written).trim()
  if (text === '') throw source.errorAt(path, `${subject} must be a number or an expression, got an empty string`)
  if (/^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/.test(text)) {
    const number = decimalText(text)
    if (typeof number === 'string') throw source.errorAt(path, `${subject} must be a finite number, got ${number}`)
    return { unit, toNative: await conversion(unit), number }
  }
  const [, digits = '', rest = ''] = numberAndRest.exec(text) ?? []
  const namesOfUnit = unitNames(rest)
  if (namesOfUnit?.every((name) => names.resolve(name) === undefined && !reservedNames.has(name)) === true) {
    if (unit !== '')
      throw source.errorAt(path, `${subject} must have its unit once, got ‘${text}’ with the unit ‘${unit}’`)
    const number = decimalText(digits)
    if (typeof number === 'string') throw source.errorAt(path, `${subject} must be a finite number, got ${number}`)
    return { unit: rest, toNative: await conversion(rest, text.length - rest.length), number }
  }
  try {
    const expression = await parseExpression(text, names.resolve, names.describeUnknown)
    return { unit, toNative: await conversion(unit), number: expression }
  } catch (error) {
    if (error instanceof ExpressionError) {
      const hint = await unitHint(text, dimension, names)
      throw source.errorAt(path, `${subject}: ${hint ?? error.message}`, { offset: error.offset })
    }
    throw error
  }
}

/** Says how units are written, where an expression has one among its names. */
const unitHint = async (text: string, dimension: Dimension, names: Names): Promise<string | undefined> => {
  const unknown = (text.match(/[A-Za-zµ]+/g) ?? []).filter(
    (name) => names.resolve(name) === undefined && !reservedNames.has(name),
  )
  for (const name of unknown)
    if (await isUnitName(name)) {
      const native = nativeUnit(dimension)
      const example = native === '' ? '' : `, such as ‘4 ${native}’`
      return `a unit goes with a plain number${example}, got ‘${name}’ in the expression ‘${text}’`
    }
  return undefined
}

/** The number of a value in which no name occurs. */
export const constantNumber = (value: WrittenQuantityValue, source: ScenarioSource, path: SourcePath): number => {
  if (typeof value.number === 'number') return value.number
  try {
    return value.number.evaluate(() => Number.NaN)
  } catch (error) {
    if (error instanceof ExpressionError) throw source.errorAt(path, error.message)
    throw error
  }
}
