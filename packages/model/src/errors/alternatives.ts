/**
 * Names that exclude each other, as a sentence has them.
 *
 * @example
 * alternatives(['exact', 'theorem-1', 'theorem-2']) // 'exact, theorem-1 or theorem-2'
 */
export const alternatives = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
