/** Layers of equal area under a decreasing density on (0, ∞). */
export interface Ziggurat {
  /** Right ends of the layers, from the widened base downwards to 0; one more than there are layers. */
  readonly right: Float64Array
  /** The density at `right`; entry 0 isn't used. */
  readonly density: Float64Array
}

const LAYERS = 256

/** Layers for a density f with inverse f⁻¹, tail beginning at `start` and layers of area `area`. */
const ziggurat = (f: (x: number) => number, inverse: (y: number) => number, start: number, area: number): Ziggurat => {
  const right = new Float64Array(LAYERS + 1)
  right[0] = area / f(start)
  right[1] = start
  for (let i = 2; i < LAYERS; i++) right[i] = inverse(area / right[i - 1]! + f(right[i - 1]!))
  right[LAYERS] = 0
  return { right, density: right.map(f) }
}

/** Where the tail of the normal ziggurat begins. */
export const NORMAL_TAIL = 3.6541528853610088
/** Where the tail of the exponential ziggurat begins. */
export const EXPONENTIAL_TAIL = 7.69711747013105

/** $e^{-x^2/2}$ in 256 layers. */
export const normalZiggurat: Ziggurat = ziggurat(
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y)),
  NORMAL_TAIL,
  0.004928673233974652,
)

/** $e^{-x}$ in 256 layers. */
export const exponentialZiggurat: Ziggurat = ziggurat(
  (x) => Math.exp(-x),
  (y) => -Math.log(y),
  EXPONENTIAL_TAIL,
  0.003949659822581557,
)
