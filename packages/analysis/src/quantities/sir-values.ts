import {
  assertNetwork,
  assertOptions,
  type ChosenQuantity,
  chosenQuantities,
  chosenQuantity,
  type Network,
  ofService,
  QuantityNotApplicableError,
  quantityScale,
  type Service,
  type SirFunctional,
  type SirValues,
  sirFunctional,
  UnknownNameError,
} from '@isacnet/model'
import type { Estimate } from '../law/estimate.js'
import { type SirLaw, sirLaw } from '../law/sir-law.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { byMethod, type MethodRate, methodsChecks, type PerformanceOptions, performanceChecks } from './service-rate.js'

/** A value with its error, or why there is none. */
export type SirValue = Estimate | { readonly notApplicable: string }

/**
 * The value of a functional of a law of the SIR.
 *
 * @example
 * const law = sirLaw(defineNetwork({ K: 5, L: 2 }), 'communication')
 * sirFunctionalValue({ kind: 'coverage', threshold: 1 }, law).value.toFixed(9) // '0.914652031'
 *
 * @param functional - as `sirFunctional` of `@isacnet/model` gives it.
 * @throws what the functions of {@link SirLaw} throw.
 */
export const sirFunctionalValue = (functional: SirFunctional, law: SirLaw): Estimate => {
  if (functional.kind === 'mean') return law.mean(functional.of)
  if (functional.kind === 'coverage') return law.coverage(functional.threshold)
  const { value: sir, errorEstimate } = law.percentile(functional.share).sir
  const value = functional.of(sir)
  const change = (end: number): number => Math.abs(functional.of(end) - value)
  return { value, errorEstimate: Math.max(change(sir - errorEstimate), change(sir + errorEstimate)) }
}

/**
 * A quantity that follows from the law of the SIR, such as coverage, of a service's receivers: by {@link sirLaw}. Rates are in nats.
 *
 * @example
 * const network = defineNetwork({ K: 5, L: 2 })
 * sirQuantityValue('percentile-rate:5%', 'communication', network).value.toFixed(6) // '0.562114'
 *
 * @param quantity - as `chosenQuantity` of `@isacnet/model` reads it.
 * @throws {QuantityNotApplicableError} for a network that has no such quantity; {UnknownNameError} for a service that doesn't have it.
 * @throws what {@link sirLaw} and its functions throw.
 */
export const sirQuantityValue = (
  quantity: ChosenQuantity | string,
  service: Service,
  network: Network,
  options: PerformanceOptions = {},
): Rate => {
  assertOptions('sirQuantityValue', options, performanceChecks)
  const chosen = typeof quantity === 'string' ? chosenQuantity(quantity) : quantity
  assertNetwork(network)
  if (ofService([chosen], service).length === 0)
    throw new UnknownNameError(`service of ${chosen.quantity.quantity}`, service, chosen.quantity.services)
  return quantityValue(chosen, service, network, lawOf(network, service, options))
}

const quantityValue = (chosen: ChosenQuantity, service: Service, network: Network, law: SirLaw): Estimate => {
  const { value, errorEstimate } = sirFunctionalValue(sirFunctional(chosen, network), law)
  const scale = quantityScale(chosen.quantity, service, network)
  return { value: scale * value, errorEstimate: scale * errorEstimate }
}

const lawOf = (network: Network, service: Service, { quantities: _, ...options }: PerformanceOptions): SirLaw =>
  sirLaw(network, service, options)

/**
 * {@link sirQuantityValue} by each method of the service, `exact` first.
 *
 * @example
 * const [exact, , noHole] = sirQuantityByMethod('detection', 'sensing', defineNetwork({ K: 2 }))
 * exact.rate.value.toFixed(6) // '0.156082'
 * 'notApplicable' in noHole // true
 *
 * @throws as {@link sirQuantityValue}, but for `MethodNotApplicableError`, which is a result here.
 */
export const sirQuantityByMethod = (
  quantity: ChosenQuantity | string,
  service: Service,
  network: Network,
  options: Pick<PerformanceOptions, 'sensingClusters' | 'relativeTolerance'> = {},
): readonly MethodRate[] => {
  assertOptions('sirQuantityByMethod', options, methodsChecks)
  return byMethod(service, (by) => sirQuantityValue(quantity, service, network, { ...options, ...by }))
}

/**
 * The chosen quantities of a service, by their names: those that it has, each with its error, or why the method or the network has none.
 *
 * @example
 * const values = sirQuantityValues('sensing', defineNetwork({ K: 5 }), { quantities: ['coverage:0dB'] })
 * values['coverage:0dB'].value.toFixed(6) // '0.509044'
 *
 * @param options - `quantities` are those that are chosen.
 * @throws {InvalidParameterError} {UnknownNameError} for what is no network, and for an option that is not known or outside its domain.
 * @throws {InfeasibleAllocationError} {NonConvergenceError} as {@link sirLaw} and its functions.
 */
export const sirQuantityValues = (
  service: Service,
  network: Network,
  options: PerformanceOptions = {},
): SirValues<SirValue> => {
  assertNetwork(network)
  assertOptions('sirQuantityValues', options, performanceChecks)
  const wanted = ofService(chosenQuantities(options.quantities ?? []), service)
  if (wanted.length === 0) return {}
  const law = applicable(() => lawOf(network, service, options))
  return Object.fromEntries(
    wanted.map((chosen) => [
      chosen.name,
      'notApplicable' in law ? law : applicable(() => quantityValue(chosen, service, network, law)),
    ]),
  )
}

/** The result, or why the method or the network has none. */
const applicable = <Value>(compute: () => Value): Value | { readonly notApplicable: string } => {
  try {
    return compute()
  } catch (error) {
    if (error instanceof MethodNotApplicableError || error instanceof QuantityNotApplicableError)
      return { notApplicable: error.message }
    throw error
  }
}
