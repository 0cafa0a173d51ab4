import { communicationRate, type Rate, sensingRate, servicePerformance } from '@isacnet/analysis'
import type { Network, Service } from '@isacnet/model'
import type { CurveDefinition } from '../definition/figure-definition.js'

/** Value and error estimate of a curve's quantity at one network, in nats. */
export const evaluateQuantity = (network: Network, curve: CurveDefinition): Rate => {
  switch (curve.quantity) {
    case 'communication-rate':
      return communication(network, curve)
    case 'sensing-rate':
      return sensing(network, curve)
    case 'communication-ase':
      return ase('communication', network, communication(network, curve))
    case 'sensing-ase':
      return ase('sensing', network, sensing(network, curve))
    case 'sum-ase': {
      const first = ase('communication', network, communication(network, curve))
      const second = ase('sensing', network, sensing(network, curve))
      return { value: first.value + second.value, errorEstimate: first.errorEstimate + second.errorEstimate }
    }
  }
}

const communication = (network: Network, { communicationMethod }: CurveDefinition): Rate =>
  communicationRate(network, communicationMethod === undefined ? {} : { method: communicationMethod })

const sensing = (network: Network, { sensingMethod, sensingClusters }: CurveDefinition): Rate =>
  sensingRate(network, {
    ...(sensingMethod === undefined ? {} : { method: sensingMethod }),
    ...(sensingClusters === undefined ? {} : { sensingClusters }),
  })

const ase = (service: Service, network: Network, rate: Rate): Rate => {
  const { ase: value, aseErrorEstimate: errorEstimate } = servicePerformance(service, network, rate)
  return { value, errorEstimate }
}
