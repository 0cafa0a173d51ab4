/** $\int_{edge}^\infty f(v)\,dv$ by the midpoint rule in x, where $v = edge/x^8$: slow tails become smooth. */
export const integralBeyond = (edge: number, f: (v: number) => number): number => {
  const steps = 6000
  let sum = 0
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps
    const v = edge / x ** 8
    sum += (f(v) * 8 * v) / x
  }
  return sum / steps
}
