import type { SvgDocument } from './svg-document.js'

/** The document that a picture is made in: the given one, else the page's in a browser, else a new one of linkedom's. */
export const drawingDocument = async (given?: SvgDocument): Promise<SvgDocument> => {
  const document = given ?? (globalThis as { readonly document?: SvgDocument }).document
  if (document !== undefined) return document
  const { parseHTML } = await import('linkedom')
  return parseHTML('<html></html>').document
}
