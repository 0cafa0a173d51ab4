/** A function of whole numbers that computes each value once. */
export const remembered = <Value>(compute: (...at: number[]) => Value): ((...at: number[]) => Value) => {
  const known = new Map<string, Value>()
  return (...at) => {
    const key = at.join()
    if (!known.has(key)) known.set(key, compute(...at))
    return known.get(key)!
  }
}
