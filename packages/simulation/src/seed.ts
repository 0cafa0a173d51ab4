import { InvalidParameterError, type OptionCheck } from '@isacnet/model'

/** What a seed may be. */
export const aSeed: OptionCheck = (name, value) => {
  if (value !== undefined && typeof value !== 'string' && !Number.isFinite(value))
    throw new InvalidParameterError(name, value, 'a finite number or a text')
}
