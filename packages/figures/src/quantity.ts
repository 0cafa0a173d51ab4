import {
  communicationAreaSpectralEfficiency,
  communicationRate,
  type Rate,
  sensingAreaSpectralEfficiency,
  sensingRate,
} from '@isacnet/analysis'
import type { InformationUnit, NetworkParameters } from '@isacnet/model'
import type { CurveDefinition } from './figure-definition.js'

/** What a curve shows: R_c, R_s (averages per user or target), T_c, T_s (per km²), or their sum. */
export type Quantity = 'communication-rate' | 'sensing-rate' | 'communication-ase' | 'sensing-ase' | 'sum-ase'

/** Unit of a quantity in words that every plot understands, such as `nat/s/Hz/km²`. */
export const quantityUnit = (quantity: Quantity, unit: InformationUnit): string => {
  const perHertz = unit === 'bits' ? 'bit/s/Hz' : 'nat/s/Hz'
  return quantity.endsWith('-rate') ? perHertz : `${perHertz}/km²`
}

/** Value and error estimate of a curve's quantity at one network, in nats. */
export const evaluateQuantity = (network: NetworkParameters, curve: CurveDefinition): Rate => {
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

const communication = (network: NetworkParameters, { communicationMethod }: CurveDefinition): Rate =>
  communicationRate(network, communicationMethod === undefined ? {} : { method: communicationMethod })

const sensing = (network: NetworkParameters, { sensingMethod, sensingClusters }: CurveDefinition): Rate =>
  sensingRate(network, {
    ...(sensingMethod === undefined ? {} : { method: sensingMethod }),
    ...(sensingClusters === undefined ? {} : { clusters: sensingClusters }),
  })

const communicationAse = (network: NetworkParameters, curve: CurveDefinition): Rate => {
  const { value, errorEstimate } = communication(network, curve)
  return {
    value: communicationAreaSpectralEfficiency(network, value),
    errorEstimate: communicationAreaSpectralEfficiency(network, errorEstimate),
  }
}

const sensingAse = (network: NetworkParameters, curve: CurveDefinition): Rate => {
  const { value, errorEstimate } = sensing(network, curve)
  return {
    value: sensingAreaSpectralEfficiency(network, value),
    errorEstimate: sensingAreaSpectralEfficiency(network, errorEstimate),
  }
}
