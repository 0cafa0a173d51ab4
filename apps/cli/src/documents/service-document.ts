import type { Rate } from '@isacnet/analysis'
import {
  fromNats,
  type InformationUnit,
  type Network,
  type Service,
  type SirMeans,
  serviceValues,
} from '@isacnet/model'
import type { ServiceDocument } from './quantities-schema.js'

/** The quantities of a service by its rate in nats and the means that are known, in the document’s unit. */
export const serviceDocument = (
  service: Service,
  network: Network,
  { value, errorEstimate }: Rate,
  means: SirMeans<Rate>,
  unit: InformationUnit,
): ServiceDocument => {
  const values = Object.fromEntries(Object.entries<Rate>(means).map(([quantity, mean]) => [quantity, mean.value]))
  return {
    ...serviceValues(service, network, value, values, unit),
    errorEstimate: fromNats(errorEstimate, unit),
  }
}
