/**
 * How much a page counts in the search: what explains comes before what is looked up, and both before internals. It runs in the reader’s
 * browser as its own text, so that it can't use anything around it.
 *
 * @param page - its address with the anchor of a section, such as `/isacnet/guide/first-steps.html#in-a-script`.
 */
export const pageWeight = (page: string): number =>
  /\/guide\/(command|reference)\./.test(page)
    ? 2
    : /\/(guide\/|explorer\.)/.test(page)
      ? 4
      : /\/(api\/|benchmarks)/.test(page)
        ? 0.25
        : 1
