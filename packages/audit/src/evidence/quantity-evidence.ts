import { sirQuantityValue } from '@isacnet/analysis'
import { chosenQuantity, type Network, type Service } from '@isacnet/model'
import type { AuditTools } from './audit-tools.js'
import { type Evidence, evidence } from './evidence.js'

/** A quantity of the law of the SIR of a service, exactly and by a simulation of what the theorems assume. */
export const quantityEvidence = async (
  tools: AuditTools,
  service: Service,
  name: string,
  network: Network,
  at: string,
): Promise<Evidence> => {
  const { heading, quantity } = chosenQuantity(name)
  const summary = await tools.simulate(network, { quantities: [name] })
  const { mean, standardError, interval } = summary[service].quantities![name]!
  return evidence(
    `${heading} at ${at}`,
    quantity.unit('nats'),
    { method: 'exact', value: sirQuantityValue(name, service, network).value },
    { sampled: 'gain-law', mean, standardError, interval, confidence: summary.confidence, trials: summary.trials },
  )
}
