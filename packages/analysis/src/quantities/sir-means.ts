import {
  assertNetwork,
  assertOptions,
  type Network,
  type Service,
  type SirMeans,
  type SirQuantity,
  sirQuantities,
} from '@isacnet/model'
import { sirLaw } from '../law/sir-law.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { byMethod, type MethodRate, methodsChecks, type PerformanceOptions, performanceChecks } from './service-rate.js'

/**
 * A quantity of a service that is a mean of a function of the SIR, $\mathrm E\,\varphi(\mathrm{SIR})$, by {@link sirLaw}.
 *
 * @example
 * const network = defineNetwork({ K: 5, L: 2 })
 * sirMean({ ofSir: (sir) => Math.log1p(sir) }, 'communication', network).value.toFixed(6) // '2.731742'
 *
 * @param quantity - with its function of the linear SIR.
 * @throws what {@link sirLaw} and its `mean` throw.
 */
export const sirMean = (
  { ofSir }: Pick<SirQuantity, 'ofSir'>,
  service: Service,
  network: Network,
  options: PerformanceOptions = {},
): Rate => {
  assertOptions('sirMean', options, performanceChecks)
  return sirLaw(network, service, options).mean(ofSir)
}

/**
 * {@link sirMean} by each method of the service, `exact` first.
 *
 * @example
 * const [exact, noHole] = sirMeanByMethod({ ofSir: (sir) => 1 / (1 + sir) }, 'sensing', defineNetwork({ K: 2 }))
 * exact.rate.value.toFixed(6) // '0.504274'
 * 'notApplicable' in noHole // true
 *
 * @throws as {@link sirMean}, but for `MethodNotApplicableError`, which is a result here.
 */
export const sirMeanByMethod = (
  quantity: Pick<SirQuantity, 'ofSir'>,
  service: Service,
  network: Network,
  options: Pick<PerformanceOptions, 'sensingClusters' | 'relativeTolerance'> = {},
): readonly MethodRate[] => {
  assertOptions('sirMeanByMethod', options, methodsChecks)
  return byMethod(service, (by) => sirMean(quantity, service, network, { ...options, ...by }))
}

/**
 * The quantities of a service that are means of a function of the SIR, $\mathrm E\,\varphi(\mathrm{SIR})$, by {@link sirLaw}; none where the
 * method has no law of the SIR.
 *
 * @example
 * Object.keys(sirMeans('sensing', defineNetwork({ K: 5 }))).length === sirQuantities('sensing').length // true
 *
 * @throws {InvalidParameterError} {UnknownNameError} for what is no network, and for an option that is not known or outside its domain.
 * @throws {InfeasibleAllocationError} {NonConvergenceError} as {@link sirLaw} and its `mean`.
 */
export const sirMeans = (service: Service, network: Network, options: PerformanceOptions = {}): SirMeans<Rate> => {
  assertNetwork(network)
  assertOptions('sirMeans', options, performanceChecks)
  const wanted = sirQuantities(service)
  if (wanted.length === 0) return {}
  try {
    const law = sirLaw(network, service, options)
    return Object.fromEntries(wanted.map(({ quantity, ofSir }) => [quantity, law.mean(ofSir)]))
  } catch (error) {
    if (error instanceof MethodNotApplicableError) return {}
    throw error
  }
}
