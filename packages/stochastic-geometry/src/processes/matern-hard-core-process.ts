import { assertOptions, InvalidParameterError, numberThat, type OptionChecks, required } from '@isacnet/model'
import { nearestIndex } from '../geometry/nearest-index.js'
import { fillUniformly, meanNumber, squareTorus, type Window, windowArea, windowContains } from '../geometry/window.js'
import type { Deployment } from './deployment.js'
import type { PointProcess } from './point-process.js'

/** The parameters of a Matérn hard-core process. */
export interface MaternHardCoreOptions {
  /** Mean number of retained points per km². */
  readonly density: number
  /** No two points are nearer to each other than this, in km. */
  readonly hardCoreDistance: number
}

const notNegative = (unit: string) =>
  required(numberThat(`a finite number ≥ 0 ${unit}`, (value) => value >= 0 && value < Number.POSITIVE_INFINITY))

const optionChecks: OptionChecks<MaternHardCoreOptions> = {
  density: notNegative('per km²'),
  hardCoreDistance: notNegative('in km'),
}

/**
 * Matérn's hard-core process of type II: of a Poisson process whose points bear independent uniform marks, those points
 * remain that have no neighbour with a lesser mark within the hard-core distance $h$. It stands for planned deployments,
 * more regular than the Poisson process, which it becomes for $h=0$.
 *
 * The parents' density follows from that of the retained points, $\lambda=(1-e^{-\lambda_p\pi h^2})/\pi h^2$ (Matérn
 * 1960; Haenggi, Stochastic Geometry for Wireless Networks, 2012, section 3.5). A margin of width $h$ around the window is
 * drawn as well, so patterns have no border effect.
 *
 * @example
 * maternHardCoreProcess({ density: 1, hardCoreDistance: 0.2 }).sample({ kind: 'torus', width: 10, height: 10 }, randomStream(1, 0, 'sites')).x.length // 110
 *
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} unless density and distance are finite and ≥ 0 and $\lambda\pi h^2<1$; by `sample` if a
 * side of the torus is less than $2h$, where the process would meet itself, or if the parents' mean number exceeds 10⁸.
 */
export const maternHardCoreProcess = (options: MaternHardCoreOptions): PointProcess => {
  assertOptions('a hard-core process', options, optionChecks)
  const { density, hardCoreDistance } = options
  const discArea = Math.PI * hardCoreDistance * hardCoreDistance
  if (!(density * discArea < 1)) {
    const largest = Math.sqrt(1 / (Math.PI * density))
    throw new InvalidParameterError(
      'hardCoreDistance',
      hardCoreDistance,
      `less than ${largest} km for ${density} points per km²`,
    )
  }
  const parentDensity = discArea === 0 ? density : -Math.log1p(-density * discArea) / discArea
  return {
    name: 'Matérn hard-core (II)',
    density,
    torus: (side) => squareTorus(Math.max(side, 2 * hardCoreDistance)),
    sample(window, stream) {
      const surroundings = withMargin(window, hardCoreDistance)
      const count = stream.poisson(meanNumber(parentDensity, surroundings))
      const parents = { x: new Float64Array(count), y: new Float64Array(count) }
      fillUniformly(surroundings, stream, parents.x, parents.y)
      const mark = Float64Array.from({ length: count }, stream.uniform)
      const index = nearestIndex(parents, window)
      const x: number[] = []
      const y: number[] = []
      for (let i = 0; i < count; i++) {
        const [px, py] = [parents.x[i]!, parents.y[i]!]
        if (!windowContains(window, px, py)) continue
        if (index.within(px, py, hardCoreDistance).some((j) => mark[j]! < mark[i]!)) continue
        x.push(px)
        y.push(py)
      }
      return { x: Float64Array.from(x), y: Float64Array.from(y) }
    },
  }
}

const withMargin = (window: Window, margin: number): Window => {
  windowArea(window)
  if (window.kind === 'disc') return { kind: 'disc', radius: window.radius + margin }
  if (window.kind === 'rectangle')
    return { kind: 'rectangle', width: window.width + 2 * margin, height: window.height + 2 * margin }
  for (const side of ['width', 'height'] as const)
    if (window[side] < 2 * margin)
      throw new InvalidParameterError(side, window[side], `at least twice the hard-core distance, ${2 * margin} km`)
  return window
}

/** The greatest share of the plane, λπh², at which parents are not yet too many: their density grows beyond all bounds towards 1. */
const greatestShare = 0.9

/** Base stations that are no nearer to each other than a distance, as planned ones are. */
export const maternHardCore: Deployment<'matern', 'hardCoreDistance'> = {
  name: 'matern',
  meaning: 'no nearer to each other than the hard-core distance (Matérn’s process II)',
  parameters: [
    {
      name: 'hardCoreDistance',
      symbol: 'h',
      unit: 'km',
      meaning: 'base stations are no nearer to each other',
      defaultValue: 0,
      example: '200 m',
      permitted: (density) => {
        const most = Math.sqrt(greatestShare / (Math.PI * density))
        return {
          values: `≥ 0 and less than ${most.toPrecision(4)} km for ${density} base stations per km²`,
          holds: (distance) => distance >= 0 && distance < most,
        }
      },
      inWords: (distance) => `base stations at least ${distance} km apart`,
    },
  ],
  process: (density, { hardCoreDistance }) => maternHardCoreProcess({ density, hardCoreDistance }),
}
