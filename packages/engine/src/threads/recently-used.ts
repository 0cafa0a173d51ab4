/**
 * Remembers what was made for a few keys, for who goes back and forth between them: making it takes a while, and keeping it some memory.
 *
 * @param capacity - how many are kept, an integer ≥ 1; the one that wasn't used for longest goes first.
 */
export const recentlyUsed = <Value>(capacity: number, make: (key: string) => Value): ((key: string) => Value) => {
  const values = new Map<string, Value>()
  return (key) => {
    const value = values.has(key) ? values.get(key)! : make(key)
    // The latest is the last of the map.
    values.delete(key)
    values.set(key, value)
    for (const oldest of values.keys()) {
      if (values.size <= capacity) break
      values.delete(oldest)
    }
    return value
  }
}
