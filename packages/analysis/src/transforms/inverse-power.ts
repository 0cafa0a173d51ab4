/**
 * $x^{-n}$ for x > 0 and n ≥ 0, of an integer n by repeated squaring: a few multiplications where `Math.pow` would take a logarithm
 * and an exponential. The relative error is below n ulp.
 */
export const inversePower = (x: number, n: number): number => {
  if (n > largest || !Number.isInteger(n)) return x ** -n
  let power = 1
  let base = 1 / x
  for (let rest = n; ; base *= base) {
    if ((rest & 1) === 1) power *= base
    rest >>= 1
    if (rest === 0) return power
  }
}

/** $x^n$ for x > 0 and an integer n ≥ 0, as {@link inversePower} does it. */
export const integerPower = (x: number, n: number): number => {
  if (n > largest) return x ** n
  let power = (n & 1) === 1 ? x : 1
  let base = x
  for (let rest = n >> 1; rest > 0; rest >>= 1) {
    base *= base
    if ((rest & 1) === 1) power *= base
  }
  return power
}

/** Beyond it, n ulp are more than `Math.pow` errs by. */
const largest = 1024
