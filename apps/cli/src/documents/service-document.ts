import { type Rate } from '@isacnet/analysis'
import { byQuantity, fromNats, type InformationUnit, type Network, type Service } from '@isacnet/model'
import type { ServiceDocument } from './quantities-schema.js'

/** The quantities of a service by its rate in nats, in the document’s unit. */
export const serviceDocument = (
  service: Service,
  network: Network,
  { value, errorEstimate }: Rate,
  unit: InformationUnit,
): ServiceDocument => {
  const rate = fromNats(value, unit)
  return {
    ...byQuantity(({ fromRate }) => fromRate(service, network, rate)),
    errorEstimate: fromNats(errorEstimate, unit),
  }
}
