import { type Rate, type SirValue, sirQuantityValues } from '@isacnet/analysis'
import {
  chosenQuantity,
  fromNats,
  type InformationUnit,
  type Network,
  type Service,
  serviceValues,
} from '@isacnet/model'
import { choiceDocument, toUnit } from './choice-document.js'
import type { ServiceDocument } from './quantities-schema.js'

/** The quantities of a service by its rate in nats, in the document’s unit. */
export const serviceDocument = (
  service: Service,
  network: Network,
  { value, errorEstimate }: Rate,
  unit: InformationUnit,
): ServiceDocument => ({
  ...serviceValues(service, network, value, unit),
  errorEstimate: fromNats(errorEstimate, unit),
})

/** The quantities of the law of the SIR that are chosen, if any are: no member otherwise. */
export const chosenDocument = (
  service: Service,
  network: Network,
  options: Parameters<typeof sirQuantityValues>[2] & { readonly quantities: readonly string[] },
  unit: InformationUnit,
): Pick<ServiceDocument, 'quantities'> => {
  if (options.quantities.length === 0) return {}
  const found = Object.entries<SirValue>(sirQuantityValues(service, network, options))
  return {
    quantities: found.map(([name, result]) => {
      const chosen = chosenQuantity(name)
      const inUnit = toUnit(chosen, unit)
      return {
        ...choiceDocument(chosen),
        ...('value' in result
          ? { value: inUnit(result.value), errorEstimate: inUnit(result.errorEstimate) }
          : { notApplicable: result.notApplicable }),
      }
    }),
  }
}
