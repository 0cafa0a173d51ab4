/** A document as `--json` prints it. */
export const documentJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`
