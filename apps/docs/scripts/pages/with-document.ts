import { parseHTML } from 'linkedom'

/** The charts of the page draw with the page's document; here is none but this. */
export const withDocument = <Drawn>(draw: () => Drawn): Drawn => {
  const scope: { document?: unknown } = globalThis
  scope.document = parseHTML('<!doctype html>').document
  try {
    return draw()
  } finally {
    delete scope.document
  }
}
