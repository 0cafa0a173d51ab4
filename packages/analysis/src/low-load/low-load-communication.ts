import {
  assertNetwork,
  assertOptions,
  communicationAreaSpectralEfficiency,
  defineNetwork,
  densityOf,
  type Network,
  type OptionChecks,
} from '@isacnet/model'
import { communicationRate } from '../communication/communication-rate.js'
import type { Estimate } from '../law/estimate.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { integrateRate, type Rate, type RateScales } from '../rules/rate.js'
import { aRelativeTolerance, defaultRelativeTolerance } from '../rules/relative-tolerance.js'
import { gammaTransformComplement } from '../transforms/gamma-transform.js'
import { areaBiased, typicalCellAreas } from './cell-area.js'
import { loadCorrections, whereTransformIs } from './load-corrections.js'
import { type LoadedInterference, loadedInterference } from './loaded-interference.js'
import { type CellLoad, ownCellLaw, streamLaw } from './stream-law.js'

export interface LowLoadOptions {
  /** Tolerance of the numerical integration, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

/** Communication where users are a Poisson process. Rates are in nats; their errors are those of the theorem, not of the integration only. */
export interface LowLoadCommunication {
  /** The mean rate of a typical user while it is served. */
  readonly rate: Estimate
  /** The mean rate of the users that are served at a time: T_c over their density. It weighs cells by the users that they serve. */
  readonly servedUserRate: Estimate
  /** T_c per km². */
  readonly ase: Estimate
  /** The share of the time in which a typical user is served: E min(1, K/(1 + N)) over the N others in its cell. */
  readonly servedShare: number
  /** The mean number of users that a BS serves at a time, E min(N, K). */
  readonly servedUsers: number
  /** The share of BSs that transmit: those with users or targets in their cells. */
  readonly activeShare: number
}

const optionChecks: OptionChecks<LowLoadOptions> = { relativeTolerance: aRelativeTolerance }

/**
 * The largest relative error of the theorem that was found: the README has the comparison with simulations. It is that of what the
 * theorem takes as independent, and of the law of the areas of cells.
 */
const modelError = 0.0075

/**
 * Communication at L = 1 where users are a Poisson process of density λ_u, $\rho = \lambda_u/\lambda_b$: a BS serves k = min(N, K) of the N in
 * its cell with the power $P_t/k$ each, transmits one stream where it has targets but no users, and is silent where it has neither. With
 * $R(k) = \int\frac{d\zeta}\zeta\bigl(1-(1+\zeta/k)^{-(M_t-k+1)}\bigr)T(\zeta)$ and the transform T of interference and noise,
 *
 * $$R_c = \mathrm E\,R(\min(1+N',K)), \qquad T_c = \lambda_u\,\mathrm E\Bigl[\min\Bigl(1,\frac K{1+N'}\Bigr)R(\min(1+N',K))\Bigr]$$
 *
 * over the N′ other users in a typical user's cell. Two rates are to be told apart: R_c of a typical user while it is served, and
 * $T_c/(\lambda_b\mathrm E\min(N,K))$ of those who are served at a time. As $\lambda_u\to\infty$, R_c becomes that of saturated cells, and
 * T_c becomes that of users chosen by cells (`typical: 'cell'` of a simulation), which is larger than $\lambda_bKR_c$ by some percent.
 *
 * @example
 * const { rate, ase, activeShare } = lowLoadCommunication(defineNetwork({ K: 5, lambda_u: 2, lambda_t: 0 }))
 * rate.value.toFixed(2) // '3.36'
 * ase.value.toFixed(2) // '6.49'
 * activeShare.toFixed(3) // '0.795'
 *
 * @param network - made by `defineNetwork`, with L = 1, and Q = 1 unless λ_t = 0. Where λ_u is infinite, cells are saturated with users.
 * @throws {InvalidParameterError} {UnknownNameError} for what is no network, and for an option that is not known or outside its domain.
 * @throws {MethodNotApplicableError} for requests to null, and for a network that has neither interference nor noise.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const lowLoadCommunication = (network: Network, options: LowLoadOptions = {}): LowLoadCommunication => {
  assertNetwork(network)
  assertOptions('lowLoadCommunication', options, optionChecks)
  assertWithoutRequests(network)
  const { baseStationDensity: density, usersPerCell: K } = network
  const { relativeTolerance = defaultRelativeTolerance } = options
  const load: CellLoad = {
    users: densityOf(network, 'userDensity') / density,
    targets: densityOf(network, 'targetDensity') / density,
  }
  if (load.users === Number.POSITIVE_INFINITY) return saturatedWithUsers(network, relativeTolerance)

  const areas = typicalCellAreas(K)
  const streams = streamLaw(areas, load, K)
  if (load.users === 0 && load.targets === 0 && network.noisePower === 0)
    throw new MethodNotApplicableError('low-load', 'interference or noise', 'neither')
  const problem = loadedInterference(network, areas, load, streams, relativeTolerance)
  const ownAreas = areaBiased(areas)
  const corrections = loadCorrections(problem)
  const mean = (of: 'probabilities' | 'served'): Rate =>
    integrateRate(
      (lnZeta) => {
        const transform = problem.transform(lnZeta)
        const { area, streams: change } = corrections(transform)
        return transform * (1 + change) * meanSignal(network, ownCellLaw(ownAreas, load.users * area, K)[of], lnZeta)
      },
      rateScales(network, problem),
      relativeTolerance,
    )
  const own = ownCellLaw(ownAreas, load.users, K)
  const servedShare = own.served.reduce((sum, share) => sum + share, 0)
  const servedRate = mean('served')
  return {
    rate: withModelError(mean('probabilities'), 1),
    servedUserRate: withModelError(servedRate, 1 / servedShare),
    ase: withModelError(servedRate, load.users * density),
    servedShare,
    servedUsers: load.users * servedShare,
    activeShare: 1 - streams[0]!,
  }
}

const assertWithoutRequests = (network: Network): void => {
  const { communicationClusterSize: L, sensingClusterSize: Q } = network
  const otherwise = '(use simulate --fidelity channel)'
  if (L > 1) throw new MethodNotApplicableError('low-load', `L = 1 ${otherwise}`, `${L}`)
  if (Q > 1 && network.targetDensity !== 0)
    throw new MethodNotApplicableError('low-load', `Q = 1, unless λ_t = 0 ${otherwise}`, `${Q}`)
}

/** Every BS serves K users: the exact theorem. */
const saturatedWithUsers = (network: Network, relativeTolerance: number): LowLoadCommunication => {
  const { userDensity: _, targetDensity: __, ...others } = network
  const saturated = defineNetwork(others)
  const rate = communicationRate(saturated, { relativeTolerance })
  const area = (nats: number): number => communicationAreaSpectralEfficiency(saturated, nats)
  return {
    rate,
    servedUserRate: rate,
    ase: { value: area(rate.value), errorEstimate: area(rate.errorEstimate) },
    servedShare: 0,
    servedUsers: network.usersPerCell,
    activeShare: 1,
  }
}

const withModelError = ({ value, errorEstimate }: Rate, scale: number): Estimate => ({
  value: scale * value,
  errorEstimate: scale * (errorEstimate + modelError * value),
})

/** $\sum_kp_k\bigl(1-(1+\zeta/k)^{-(M_t-k+1)}\bigr)$. */
const meanSignal = ({ transmitAntennas }: Network, law: Float64Array, lnZeta: number): number => {
  const zeta = Math.exp(lnZeta)
  let sum = 0
  for (let k = 1; k < law.length; k++)
    if (law[k]! > 0) sum += law[k]! * gammaTransformComplement(zeta / k, transmitAntennas - k + 1)
  return sum
}

const rateScales = (network: Network, interference: LoadedInterference): RateScales => {
  const { transmitAntennas, usersPerCell: K, noisePower } = network
  const end = whereTransformIs(interference, 0.5)
  return {
    crossovers: [-Math.log(transmitAntennas), Math.log(K / (transmitAntennas - K + 1))],
    end,
    open: noisePower > 0,
  }
}
