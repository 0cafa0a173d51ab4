/** $\mathrm E\ln(1+g/y) = \int_0^\infty (1-(1+z)^{-D})e^{-yz}\,dz/z$ for g ~ Γ(D, 1), by the trapezoidal rule in ln z. */
export const rateByQuadrature = (shape: number, y: number): number => {
  const step = 1 / 32
  const scale = Math.max(1 / y, 1 / shape)
  let sum = 0
  for (let x = -90; x < 40 + Math.log1p(shape); x += step) {
    const z = scale * Math.exp(x)
    sum += -Math.expm1(-shape * Math.log1p(z)) * Math.exp(-y * z)
  }
  return sum * step
}
