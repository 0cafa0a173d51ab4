import {
  chosenQuantity,
  type InformationUnit,
  inUnit,
  ofService,
  quantityOf,
  quantitySymbol,
  type RateQuantityName,
  rateQuantities,
  type ServiceDefinition,
  services,
} from '@isacnet/model'
import { html, symbolElement } from '../../charts/element.js'
import type { MethodValue, NetworkRates } from '../workers/theorems/sweep.js'

/** A number in large letters: five digits are read at a glance. */
const largeText = (value: number): string =>
  (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5)
    ? value.toExponential(3)
    : value.toPrecision(5)
  ).replaceAll('-', '−')

/** The numbers of the network chosen, large: both rates, and both area spectral efficiencies or the quantity that curves show. */
export class Headline {
  private readonly list = html('dl', { class: 'headline-numbers' })
  private readonly method = html('p', { class: 'headline-method' })
  private shown: unknown[] = []
  readonly element = html('section', { class: 'headline', 'aria-label': 'This network' }, this.list, this.method)

  /** `undefined` for no network. */
  show(rates: NetworkRates | undefined, quantity: string, unit: InformationUnit): void {
    const now = [rates, quantity, unit]
    if (now.every((item, index) => item === this.shown[index]) && this.shown.length > 0) return
    this.shown = now
    const chosen = quantity === 'rates' ? undefined : chosenQuantity(quantity)
    const entries = rateQuantities.flatMap((row, place) =>
      services.map((definition) => {
        const value = methodShown(rates?.[definition.service])
        return chosen !== undefined && place === 1
          ? chosenEntry(definition, value)
          : rateEntry(row.quantity, definition, value, unit)
      }),
    )
    this.list.replaceChildren(...entries)
    const methods = [...new Set(services.flatMap(({ service }) => methodShown(rates?.[service])?.title ?? []))]
    this.method.textContent =
      rates === undefined
        ? ''
        : methods.length === 0
          ? 'No method has a rate of this network.'
          : methods.map((title) => `by ${title === 'exact' ? 'the exact theorem' : title}`).join(', ')

    function chosenEntry(definition: ServiceDefinition, value: MethodValue | undefined): HTMLElement {
      const has = chosen !== undefined && ofService([chosen], definition.service).length > 0
      const text = value?.chosen == null ? '—' : largeText(inUnit(chosen!.quantity, value.chosen.value, unit))
      return entry(
        `${quantity} ${definition.service}`,
        [`${chosen!.heading}, ${definition.receiver}`],
        has ? text : '—',
        has ? chosen!.quantity.unit(unit) : 'none',
      )
    }
  }
}

/** The exact one, or the one that knows overload, whichever there is. */
const methodShown = (values: readonly MethodValue[] | undefined): MethodValue | undefined =>
  ['exact', 'actual-requests']
    .map((name) => values?.find(({ method, rate }) => method === name && rate !== null))
    .find((value) => value !== undefined)

const rateEntry = (
  quantity: RateQuantityName,
  { service, receiver }: ServiceDefinition,
  value: MethodValue | undefined,
  unit: InformationUnit,
): HTMLElement => {
  const row = quantityOf(quantity)
  const found = value?.[quantity]
  const symbol = quantitySymbol(quantity, service)
  const per = quantity === 'rate' ? `per ${receiver}` : `all ${receiver}s`
  return entry(
    symbol,
    [symbolElement(symbol), ` ${per}`],
    found == null ? '—' : largeText(inUnit(row, found, unit)),
    row.unit(unit),
  )
}

const entry = (name: string, label: readonly (Node | string)[], value: string, unit: string): HTMLElement =>
  html(
    'div',
    {},
    html('dt', {}, ...label),
    html('dd', { 'data-readout': name }, value, html('span', { class: 'of-unit' }, unit)),
  )
