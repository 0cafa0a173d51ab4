import { decimalNumber, InvalidParameterError } from '@isacnet/model'

/**
 * A length as it is typed, in km: `2km`, `500m`, or a bare number of km.
 *
 * @throws {InvalidParameterError} for something else.
 */
export const lengthFlag = (name: string, text: string): number => {
  const [, number, unit] = /^(.*?)\s*(km|m)?$/.exec(text.trim())!
  const value = decimalNumber(
    number!,
    () => new InvalidParameterError(name, `‘${text}’`, 'a length such as 2km or 500m'),
  )
  return unit === 'm' ? value / 1000 : value
}
