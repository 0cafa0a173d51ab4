import {
  type ChosenQuantity,
  chosenQuantity,
  type RateQuantityName,
  type Service,
  serviceQuantities,
  services,
} from '@isacnet/model'
import { capitalised } from '../capitalised.js'

/** The quantity of a service that a chart shows. */
export interface CurveQuantity {
  /** Names the chart, such as `communication-ase`. */
  readonly id: string
  readonly symbol: string
  readonly title: string
  readonly service: Service
  readonly value: RateQuantityName | ChosenQuantity
}

const rateCharts: readonly CurveQuantity[] = serviceQuantities.flatMap(({ quantity, services: its, symbol }) =>
  its.length > 1
    ? []
    : services
        .filter(({ service }) => its.includes(service))
        .map((definition) => ({
          id: `${definition.service}-${quantity.quantity}`,
          symbol,
          title: capitalised(quantity.title(definition)),
          service: definition.service,
          value: quantity.quantity,
        })),
)

/** The charts of a quantity of the law of the SIR, one for each service that has it. */
const chosenCharts = (name: string): readonly CurveQuantity[] => {
  const chosen = chosenQuantity(name)
  const at = chosen.heading.slice(chosen.quantity.heading.length)
  return services
    .filter(({ service }) => chosen.quantity.services.includes(service))
    .map((definition) => ({
      id: definition.service,
      symbol: '',
      title: `${capitalised(chosen.quantity.title(definition))}${at === '' ? '' : `,${at}`}`,
      service: definition.service,
      value: chosen,
    }))
}

/** The charts of what is chosen: rates and area spectral efficiencies, or a quantity of the law of the SIR. */
export const curveQuantities = (quantity: string): readonly CurveQuantity[] =>
  quantity === 'rates' ? rateCharts : chosenCharts(quantity)

/** Those of them that are shown: all, or the one that is large. */
export const shownQuantities = (quantity: string, large: string): readonly CurveQuantity[] => {
  const all = curveQuantities(quantity)
  const one = all.filter(({ id }) => id === large)
  return one.length === 0 ? all : one
}
