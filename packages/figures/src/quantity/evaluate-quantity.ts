import { type Rate, serviceRate } from '@isacnet/analysis'
import { type Network, serviceQuantity } from '@isacnet/model'
import type { CurveDefinition } from '../definition/figure-definition.js'

/** Value and error estimate of a curve's quantity at one network, in nats. */
export const evaluateQuantity = (
  network: Network,
  { quantity: name, communicationMethod, sensingMethod, sensingClusters }: CurveDefinition,
): Rate => {
  const { quantity, services } = serviceQuantity(name)
  return services
    .map((service): Rate => {
      const methods = { communicationMethod, sensingMethod, sensingClusters }
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
