import { InvalidParameterError, type ParameterName, parameterDefinitions, readParameterValue } from '@isacnet/model'
import { dimensionOf } from '../source/scenario-names.js'
import { decimalPattern } from './decimal-text.js'
import { plainText } from './plain-text.js'
import { UnitError, unitConversion } from './unit.js'

const numberAndUnit = new RegExp(`^(${decimalPattern.source}) ?([^\\d\\s].*)$`)

/**
 * The value of a parameter as it is typed, with or without a unit, as files have it: `30 dBm`, `4 /km^2`, `-10 dB`, `5`, `inf`. What else the
 * number may be, `defineNetwork` judges.
 *
 * @example
 * await parameterFromText('transmitPower', '30 dBm') // 1
 * await parameterFromText('usersPerCell', '5') // 5
 *
 * @returns the value in the parameter's own unit.
 * @throws {InvalidParameterError} for what is no number, and a unit that isn't one of the parameter's.
 */
export const parameterFromText = async (name: ParameterName, text: string): Promise<number> => {
  const plain = plainText(text).trim()
  const [, digits = '', unit = ''] = numberAndUnit.exec(plain) ?? []
  if (unit === '') return readParameterValue(name, plain)
  const { symbol } = parameterDefinitions.find((definition) => definition.name === name)!
  try {
    const toNative = await unitConversion(unit, dimensionOf(name))
    return toNative(readParameterValue(name, digits))
  } catch (error) {
    if (!(error instanceof UnitError)) throw error
    const hint = error.hint === '' ? '' : ` (${error.hint})`
    throw new InvalidParameterError(name, `‘${text}’${hint}`, error.permitted, symbol)
  }
}
