import { byQuantity, type QuantityName, type Rate } from '@isacnet/analysis'
import { fromNats, type InformationUnit, type Network, type Service } from '@isacnet/model'

/** The quantities of a service, and the numerical error of its rate, in the document's unit. */
export type ServiceDocument = Readonly<Record<QuantityName, number>> & { readonly errorEstimate: number }

/** What a service has by its rate in nats. */
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
