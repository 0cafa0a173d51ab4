/** Numbers that all functions keep together: 8 MB. */
const most = 2 ** 20

let kept = 0

const functions = new Map<string, (x: number) => unknown>()

/**
 * A function of one number that remembers its values, and is one for all that ask for it by the same key: networks that differ in what it
 * doesn't depend on have lattices in common. As its values are those that it would have without, nothing depends on what was computed before.
 *
 * @param key - names what the function depends on, completely.
 * @param size - numbers in one of its values.
 * @param make - makes the function; what it returns is shared, so that nobody may change it.
 */
export const sharedFunction = <Value>(
  key: string,
  size: number,
  make: () => (x: number) => Value,
): ((x: number) => Value) => {
  const shared = functions.get(key)
  if (shared !== undefined) return shared as (x: number) => Value
  const f = make()
  const values = new Map<number, Value>()
  let last = Number.NaN
  let lastValue: Value
  const remembering = (x: number): Value => {
    if (x === last) return lastValue
    let value = values.get(x)
    if (value === undefined) {
      value = f(x)
      kept += size
      if (kept > most) {
        // Who is at work keeps what it has.
        functions.clear()
        kept = 0
      }
      values.set(x, value)
    }
    last = x
    lastValue = value
    return value
  }
  functions.set(key, remembering)
  return remembering
}
