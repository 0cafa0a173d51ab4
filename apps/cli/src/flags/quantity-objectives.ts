import { chosenServiceQuantity, services, sirQuantities } from '@isacnet/model'

/** The quantities of the law of the SIR of each service, with their default parameters, as objectives. */
export const quantityObjectives: readonly string[] = services.flatMap(({ service }) =>
  sirQuantities(service).map(({ quantity }) => chosenServiceQuantity(`${service}-${quantity}`).name),
)
