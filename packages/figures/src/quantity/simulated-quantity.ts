import { communicationAreaSpectralEfficiency, sensingAreaSpectralEfficiency } from '@isacnet/analysis'
import type { Quantity } from '@isacnet/drawing'
import type { Network } from '@isacnet/model'
import type { Estimate, Fidelity, SimulationSummary } from '@isacnet/simulation'

/**
 * A quantity of a simulated network, in nats.
 *
 * For $T_{\mathrm{sum}}=T_c+T_s$ the errors are combined: `gain-law` draws users and targets from streams of their own, so that
 * variances add; in the drops of `channel` they share base stations, and the errors themselves are added, which is never too little.
 */
export const simulatedQuantity = (
  network: Network,
  quantity: Quantity,
  fidelity: Fidelity,
  { communication, sensing }: SimulationSummary,
): Estimate => {
  const communicationAse = scaled(communication, communicationAreaSpectralEfficiency(network, 1))
  const sensingAse = scaled(sensing, sensingAreaSpectralEfficiency(network, 1))
  switch (quantity) {
    case 'communication-rate':
      return communication
    case 'sensing-rate':
      return sensing
    case 'communication-ase':
      return communicationAse
    case 'sensing-ase':
      return sensingAse
    case 'sum-ase':
      return added(communicationAse, sensingAse, fidelity === 'gain-law' ? Math.hypot : (a, b) => a + b)
  }
}

const scaled = ({ mean, standardError, interval: [lower, upper] }: Estimate, factor: number): Estimate => ({
  mean: factor * mean,
  standardError: factor * standardError,
  interval: [factor * lower, factor * upper],
})

const added = (a: Estimate, b: Estimate, combined: (a: number, b: number) => number): Estimate => {
  const mean = a.mean + b.mean
  const half = combined(halfWidth(a), halfWidth(b))
  return { mean, standardError: combined(a.standardError, b.standardError), interval: [mean - half, mean + half] }
}

const halfWidth = ({ interval: [lower, upper] }: Estimate): number => (upper - lower) / 2
