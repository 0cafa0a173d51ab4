import { InvalidParameterError, type ParameterName, parameterDefinitions, readParameterValue } from '@isacnet/model'
import { decimalPattern } from '../values/decimal-text.js'
import { plainText } from '../values/plain-text.js'
import { UnitError, unitConversion } from '../values/unit.js'
import { dimensionOf } from './scenario-names.js'

/** `0x10` is none: it looks like a number in another base. */
const numberAndUnit = new RegExp(`^(?!0[xXbBoO])(${decimalPattern.source}) ?([A-Za-zµ%/].*)$`)

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
  const plain = plainText(text)
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
