import { chosenServiceQuantity, IsacnetError, services } from '@isacnet/model'
import { ExpressionError } from '../values/expression.js'

/** A quantity of the law of the SIR as it is written: `communication-coverage:0dB`. Hyphens and units are no operators in it. */
const written = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${services.map(({ service }) => service).join('|')})(?:-[a-z]+)+` +
    '(?::[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?(?:dB|%)?)?',
  'gu',
)

/** An expression with names in place of quantities of the law of the SIR. */
interface QuantityTerms {
  /** The expression, as long as it was, so that places in it are those of what was written. */
  readonly plain: string
  /** The canonical names of the quantities by the names in their place. */
  readonly quantities: ReadonlyMap<string, string>
  /** The same error about what was written. */
  readonly aboutWritten: (error: unknown) => unknown
}

/**
 * Replaces the quantities of the law of the SIR in an expression by names.
 *
 * @throws {ExpressionError} for a quantity that is none.
 */
export const quantityTerms = (text: string): QuantityTerms => {
  const quantities = new Map<string, string>()
  const originals = new Map<string, string>()
  const plain = text.replace(written, (term, offset: number) => {
    const name = `quantity${originals.size}`.padEnd(term.length, '_')
    try {
      quantities.set(name, chosenServiceQuantity(term).name)
    } catch (error) {
      if (error instanceof IsacnetError) throw new ExpressionError(error.message, offset)
      throw error
    }
    originals.set(name, term)
    return name
  })
  const aboutWritten = (error: unknown): unknown =>
    error instanceof ExpressionError
      ? new ExpressionError(
          [...originals].reduce((message, [name, term]) => message.replaceAll(name, term), error.message),
          error.offset,
        )
      : error
  return { plain, quantities, aboutWritten }
}

/** Whether a text is one quantity of the law of the SIR and no expression of several terms, whether there is such a quantity or not. */
export const isQuantityAlone = (text: string): boolean =>
  new RegExp(`^\\s*(?:${services.map(({ service }) => service).join('|')})(?:-[a-z]+)+(?::[^\\s*/^()]*)?\\s*$`).test(
    text,
  )
