/** {@link madeOnce} for large values: when there are more than so many, all are forgotten. */
export const madeOnceOfFew = <Value>(make: (n: number) => Value, most: number): ((n: number) => Value) => {
  const made = new Map<number, Value>()
  return (n) => {
    const known = made.get(n)
    if (known !== undefined) return known
    const value = make(n)
    if (made.size >= most) made.clear()
    made.set(n, value)
    return value
  }
}

/** The same function of a number, which makes its value once for each number. Values are shared, so nobody may change them. */
export const madeOnce = <Value>(make: (n: number) => Value): ((n: number) => Value) => {
  const made = new Map<number, Value>()
  return (n) => {
    const known = made.get(n)
    if (known !== undefined) return known
    const value = make(n)
    made.set(n, value)
    return value
  }
}
