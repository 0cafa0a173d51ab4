import { InvalidParameterError } from '@isacnet/model'
import type { SvgDocument } from './svg-document.js'

/**
 * The document that a picture is made in: the given one, else the page's in a browser, else a new one of linkedom's.
 *
 * @throws {InvalidParameterError} in a worker of a browser, which has none.
 */
export const drawingDocument = async (given?: SvgDocument): Promise<SvgDocument> => {
  const document = given ?? (globalThis as { readonly document?: SvgDocument }).document
  if (document !== undefined) return document
  // Bundlers for browsers leave linkedom out, as package.json says: a page has a document.
  const { parseHTML }: Partial<typeof import('linkedom')> = await import('linkedom')
  if (parseHTML === undefined)
    throw new InvalidParameterError('document', document, 'given where there is none, as in a worker of a browser')
  return parseHTML('<html></html>').document
}
