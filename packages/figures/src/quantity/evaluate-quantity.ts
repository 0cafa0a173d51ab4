import {
  communicationAreaSpectralEfficiency,
  communicationRate,
  type Rate,
  sensingAreaSpectralEfficiency,
  sensingRate,
} from '@isacnet/analysis'
import type { Network } from '@isacnet/model'
import type { CurveDefinition } from '../definition/figure-definition.js'

/** Value and error estimate of a curve's quantity at one network, in nats. */
export const evaluateQuantity = (network: Network, curve: CurveDefinition): Rate => {
  switch (curve.quantity) {
    case 'communication-rate':
      return communication(network, curve)
    case 'sensing-rate':
      return sensing(network, curve)
    case 'communication-ase':
      return communicationAse(network, curve)
    case 'sensing-ase':
      return sensingAse(network, curve)
    case 'sum-ase': {
      const first = communicationAse(network, curve)
      const second = sensingAse(network, curve)
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

const communicationAse = (network: Network, curve: CurveDefinition): Rate => {
  const { value, errorEstimate } = communication(network, curve)
  return {
    value: communicationAreaSpectralEfficiency(network, value),
    errorEstimate: communicationAreaSpectralEfficiency(network, errorEstimate),
  }
}

const sensingAse = (network: Network, curve: CurveDefinition): Rate => {
  const { value, errorEstimate } = sensing(network, curve)
  return {
    value: sensingAreaSpectralEfficiency(network, value),
    errorEstimate: sensingAreaSpectralEfficiency(network, errorEstimate),
  }
}
