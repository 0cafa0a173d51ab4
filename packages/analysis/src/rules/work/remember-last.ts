/** The same function, which does not compute its last value again: rules that check each other ask for the same point in turn. */
export const rememberLast = (f: (x: number) => number): ((x: number) => number) => {
  let last = Number.NaN
  let value = Number.NaN
  return (x) => {
    if (x !== last) {
      value = f(x)
      last = x
    }
    return value
  }
}
