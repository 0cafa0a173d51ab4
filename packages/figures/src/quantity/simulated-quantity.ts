import type { Quantity } from '@isacnet/drawing'
import type { Network } from '@isacnet/model'
import type { Estimate, Fidelity, SimulationSummary } from '@isacnet/simulation'
import { figureQuantity } from './figure-quantity.js'

/**
 * A quantity of a simulated network, in nats.
 *
 * For $T_{\mathrm{sum}}=T_c+T_s$ the errors are combined: `gain-law` draws users and targets from streams of their own, so that
 * variances add; in the drops of `channel` they share base stations, and the errors themselves are added, which is never too little.
 */
export const simulatedQuantity = (
  network: Network,
  name: Quantity,
  fidelity: Fidelity,
  summary: SimulationSummary,
): Estimate => {
  const found = figureQuantity(name)
  if ('chosen' in found) {
    const estimate = summary[found.service].quantities?.[found.chosen.name]
    if (estimate === undefined) throw new RangeError(`nothing of the simulation is called ${name}`)
    return estimate
  }
  const { quantity, services } = found
  const combined = fidelity === 'gain-law' ? Math.hypot : (a: number, b: number) => a + b
  return services
    .map((service) =>
      // What Poisson users or targets get together doesn't follow from the rate of one.
      summary.load === undefined || quantity.quantity === 'rate'
        ? scaled(summary[service], quantity.fromRate(service, network, 1))
        : summary.load[service].ase,
    )
    .reduce((sum, term) => added(sum, term, combined))
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
