import type { Network } from '@isacnet/model'
import { precisionOf } from '../rules/averages/gamma-law.js'
import { separableIntegrand } from '../rules/separable-rate.js'
import { rememberLast } from '../rules/work/remember-last.js'
import { addedNoise } from '../transforms/added-interference.js'
import { gammaTransform } from '../transforms/gamma-transform.js'
import { interferenceFunction } from '../transforms/interference-function.js'
import type { AreaRule } from './cell-area.js'
import { type CellLoad, streamLaw } from './stream-law.js'

/** The interference and noise at a typical user, whose interferers send k streams of the power $P_t/k$ with probability $\pi_k$. */
export interface LoadedInterference {
  readonly pathLossExponent: number
  /** $\bar G(x) = \pi_0+\sum_k\pi_k(1+x/k)^{-k}$: the transform of the gain of an interferer whose cell has this mean area, in units of $1/\lambda_b$. */
  readonly gain: (x: number, area: number) => number
  /** $\ln$ of $ue^{-u\bar F(\zeta) - \nu\zeta(u/\pi\lambda_b)^{\alpha/2}}$, at ln ζ and ln u. */
  readonly lnDensity: (lnZeta: number, lnU: number) => number
  /** $T(\zeta) = \int_0^\infty e^{-u\bar F(\zeta) - \nu\zeta(u/\pi\lambda_b)^{\alpha/2}}du$ at ln ζ, which falls from 1 to 0. */
  readonly transform: (lnZeta: number) => number
}

/**
 * Thinning enters F linearly: $\bar F(\zeta) = \pi_0+\sum_{k\ge1}\pi_kF(\zeta/k;k)$. Noise is in units of $P_t$, $\nu = N_0/P_t$.
 *
 * @param areas - the law of the area of a typical cell.
 * @param streams - $\pi_k$ of typical BSs.
 */
export const loadedInterference = (
  network: Network,
  areas: AreaRule,
  load: CellLoad,
  streams: Float64Array,
  relativeTolerance: number,
): LoadedInterference => {
  const { pathLossExponent } = network
  const functions = Array.from(streams, (_, k) => interferenceFunction(Math.max(1, k), pathLossExponent))
  const exponent = (lnZeta: number): number => {
    const zeta = Math.exp(lnZeta)
    return mixture(streams, (k) => functions[k]!(zeta / k))
  }
  const added = addedNoise({ ...network, usersPerCell: 1 })
  const streamsAt = streamTable(areas, load, streams.length - 1)
  return {
    pathLossExponent,
    gain: (x, area) => mixture(streamsAt(area), (k) => gammaTransform(x / k, k)),
    lnDensity: (lnZeta, lnU) => lnU - Math.exp(lnU) * exponent(lnZeta) - added.exponent(lnZeta, lnU),
    transform: rememberLast(
      separableIntegrand({
        shape: 1,
        lnExponent: (lnZeta) => Math.log(exponent(lnZeta)),
        lnSignal: () => 0,
        signalGrowth: 0,
        signalOffset: 0,
        added,
        precision: precisionOf(relativeTolerance),
      }),
    ),
  }
}

/** $\pi_0 + \sum_{k\ge1}\pi_kf(k)$, without computing what has no weight. */
const mixture = (streams: Float64Array, f: (k: number) => number): number => {
  let sum = streams[0]!
  for (let k = 1; k < streams.length; k++) if (streams[k]! > 0) sum += streams[k]! * f(k)
  return sum
}

/** Mean areas of the table, by their logarithms. */
const lnSmallest = Math.log(0.05)
const areaStep = 0.1
const tabulated = 55

/** $\pi_k$ of a BS whose cell has another mean area, linear in its logarithm between tabulated ones. */
const streamTable = (areas: AreaRule, { users, targets }: CellLoad, usersPerCell: number) => {
  const laws: Float64Array[] = []
  const lawAt = (i: number): Float64Array => {
    const area = Math.exp(lnSmallest + i * areaStep)
    laws[i] ??= streamLaw(areas, { users: users * area, targets: targets * area }, usersPerCell)
    return laws[i]
  }
  const found = new Float64Array(usersPerCell + 1)
  return (area: number): Float64Array => {
    const place = Math.max(0, Math.min(tabulated - 1.001, (Math.log(area) - lnSmallest) / areaStep))
    const i = Math.floor(place)
    const [low, high] = [lawAt(i), lawAt(i + 1)]
    for (let k = 0; k < found.length; k++) found[k] = low[k]! + (place - i) * (high[k]! - low[k]!)
    return found
  }
}
