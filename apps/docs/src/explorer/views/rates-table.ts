import {
  byRateQuantity,
  fromNats,
  type InformationUnit,
  inUnit,
  quantityOf,
  quantitySymbol,
  type RateQuantityName,
  rateQuantities,
  type ServiceDefinition,
  services,
} from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { MethodValue, NetworkRates } from '../workers/theorems/sweep.js'
import { capitalised } from './capitalised.js'
import { deviationText, errorText, rateText } from './number-format.js'
import { scrollingTable } from './scrolling-table.js'

/** The rates and area spectral efficiencies of the network chosen: the exact ones, and the others beside them. */
export class RatesTable {
  private readonly body = html('tbody')
  private readonly heads = byRateQuantity(() => html('th', { scope: 'col' }))
  private readonly notes = html('p', { class: 'notes' })
  private shown: { readonly rates: NetworkRates | undefined; readonly unit: InformationUnit } | undefined
  readonly element = html(
    'section',
    { class: 'rates', 'aria-label': 'Rates of this network' },
    scrollingTable(
      'Table of rates',
      html(
        'table',
        {},
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            html('th', { scope: 'col' }, 'method'),
            ...rateQuantities.flatMap(({ quantity }) => [
              this.heads[quantity],
              ...besideRate(quantity, () =>
                ['from exact', 'numerical error'].map((text) => html('th', { scope: 'col' }, text)),
              ),
            ]),
          ),
        ),
        this.body,
      ),
    ),
    this.notes,
  )

  /** `undefined` empties the table: the values chosen do not make a network. */
  show(rates: NetworkRates | undefined, unit: InformationUnit): void {
    if (this.shown?.rates === rates && this.shown?.unit === unit) return
    this.shown = { rates, unit }
    for (const { quantity, heading, unit: unitOf } of rateQuantities)
      this.heads[quantity].textContent = unitOf(unit) === '' ? heading : `${heading} (${unitOf(unit)})`
    this.element.classList.toggle('none', rates === undefined)
    this.body.replaceChildren(
      ...services.flatMap((definition) => methodRows(definition, rates?.[definition.service], unit)),
    )
    const reasons = services.flatMap(({ service }) => (rates?.[service] ?? []).flatMap(({ reason }) => reason ?? []))
    this.notes.textContent = [...new Set(reasons)].map((reason) => `— ${reason}`).join(' ')
  }
}

/** The cells beside the rate: how far it is from the exact one, and its error. */
const besideRate = (quantity: RateQuantityName, cells: () => HTMLElement[]): HTMLElement[] =>
  quantity === 'rate' ? cells() : []

const methodRows = (
  { service, receiver }: ServiceDefinition,
  values: readonly MethodValue[] | undefined,
  unit: InformationUnit,
): HTMLElement[] => {
  const heading = `${capitalised(service)}, for each ${receiver}`
  const exact = values?.find(({ method }) => method === 'exact')?.rate
  const cell = (text: string, quantity: string, method: string): HTMLElement =>
    html('td', { 'data-quantity': quantity, 'data-method': method }, text)
  const shown = (value: number | null, text: (value: number) => string): string => (value === null ? '—' : text(value))
  return [
    html(
      'tr',
      { class: 'title' },
      html('th', { scope: 'rowgroup', colspan: String(rateQuantities.length + 3) }, heading),
    ),
    ...(values ?? []).map(({ method, title, errorEstimate, ...found }) =>
      html(
        'tr',
        method === 'exact' ? { class: 'exact' } : {},
        html('th', { scope: 'row' }, title),
        ...rateQuantities.flatMap(({ quantity }) => [
          cell(
            shown(found[quantity], (value) => rateText(inUnit(quantityOf(quantity), value, unit))),
            quantitySymbol(quantity, service),
            method,
          ),
          ...besideRate(quantity, () => [
            html(
              'td',
              {},
              method === 'exact' || found.rate === null || exact == null ? '' : deviationText(found.rate / exact - 1),
            ),
            html(
              'td',
              {},
              shown(errorEstimate, (value) => errorText(fromNats(value, unit))),
            ),
          ]),
        ]),
      ),
    ),
  ]
}
