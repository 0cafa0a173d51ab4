import { quantityNamesOf, sirQuantities } from '@isacnet/model'

/** The flag of commands that compute quantities of the law of the SIR, and its help. */
export const quantityFlag = {
  flags: '--quantities <names>',
  help: `quantities of the law of the SIR besides the rates, separated by commas: ${sirQuantities()
    .map(
      ({ quantity, parameter }) =>
        `${quantity}${parameter === undefined ? '' : `:${parameter.default}${parameter.unit}`}`,
    )
    .join(', ')}`,
}

/**
 * The canonical names of what is typed, such as `coverage:3,median-rate`.
 *
 * @throws {UnknownNameError} {InvalidParameterError} as `chosenQuantity` of `@isacnet/model`.
 */
export const chosenFlag = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : quantityNamesOf(text.split(','))
