import { type Rate, serviceRate, sirQuantityValue } from '@isacnet/analysis'
import type { Network } from '@isacnet/model'
import type { CurveDefinition } from '../definition/figure-definition.js'
import { figureQuantity, quantityAt } from './figure-quantity.js'

/** Value and error estimate of a curve's quantity at one network and one value of the abscissa, in nats. */
export const evaluateQuantity = (network: Network, curve: CurveDefinition, x: number): Rate => {
  if (curve.value !== undefined) return curve.value(network, x)
  const { communicationMethod, sensingMethod, sensingClusters } = curve
  const methods = { communicationMethod, sensingMethod, sensingClusters }
  const found = figureQuantity(quantityAt(curve, x))
  if ('chosen' in found) return sirQuantityValue(found.chosen, found.service, network, methods)
  const { quantity, services } = found
  return services
    .map((service): Rate => {
      const { value, errorEstimate } = serviceRate(service, network, methods)
      return {
        value: quantity.fromRate(service, network, value),
        errorEstimate: quantity.fromRate(service, network, errorEstimate),
      }
    })
    .reduce((sum, { value, errorEstimate }) => ({
      value: sum.value + value,
      errorEstimate: sum.errorEstimate + errorEstimate,
    }))
}
