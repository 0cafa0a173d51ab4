import { areaSpectralEfficiencyUnit, fromNats, type InformationUnit, rateUnit } from '@isacnet/model'
import { html } from '../charts/element.js'
import { deviationText, errorText, rateText } from './number-format.js'
import type { MethodValue, NetworkRates } from './sweep.js'

const names: Readonly<Record<string, string>> = {
  exact: 'exact',
  'theorem-1': 'Theorem 1, as printed',
  'theorem-2': 'Theorem 2',
  'theorem-3': 'Theorem 3, as printed',
  'proposition-3': 'Proposition 3',
  'no-hole': 'without the hole',
}

export const methodName = (method: string): string => names[method] ?? method

/** The rates and area spectral efficiencies of the network chosen: the exact ones, and the others beside them. */
export class RatesTable {
  private readonly body = html('tbody')
  private readonly heads = { rate: html('th', { scope: 'col' }), ase: html('th', { scope: 'col' }) }
  private readonly notes = html('p', { class: 'notes' })
  private shown: { readonly rates: NetworkRates | undefined; readonly unit: InformationUnit } | undefined
  readonly element = html(
    'section',
    { class: 'rates', 'aria-label': 'Rates of this network' },
    html(
      'div',
      { class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': 'Table of rates' },
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
            this.heads.rate,
            html('th', { scope: 'col' }, 'from exact'),
            html('th', { scope: 'col' }, 'numerical error'),
            this.heads.ase,
          ),
        ),
        this.body,
      ),
    ),
    this.notes,
  )

  /** `undefined` empties the table: the values chosen are no network. */
  show(rates: NetworkRates | undefined, unit: InformationUnit): void {
    if (this.shown?.rates === rates && this.shown?.unit === unit) return
    this.shown = { rates, unit }
    this.heads.rate.textContent = `rate (${rateUnit(unit)})`
    this.heads.ase.textContent = `ASE (${areaSpectralEfficiencyUnit(unit)})`
    this.element.classList.toggle('none', rates === undefined)
    this.body.replaceChildren(
      ...methodRows('R_c', 'T_c', 'Communication, for each user', rates?.communication, unit),
      ...methodRows('R_s', 'T_s', 'Sensing, for each target', rates?.sensing, unit),
    )
    const reasons = [...(rates?.communication ?? []), ...(rates?.sensing ?? [])].flatMap(({ reason }) => reason ?? [])
    this.notes.textContent = reasons.map((reason) => `— ${reason}`).join(' ')
  }
}

const methodRows = (
  rateSymbol: string,
  aseSymbol: string,
  title: string,
  values: readonly MethodValue[] | undefined,
  unit: InformationUnit,
): HTMLElement[] => {
  const exact = values?.find(({ method }) => method === 'exact')?.rate
  const cell = (text: string, quantity: string, method: string): HTMLElement =>
    html('td', { 'data-quantity': quantity, 'data-method': method }, text)
  const shown = (value: number | null, text: (value: number) => string): string => (value === null ? '—' : text(value))
  return [
    html('tr', { class: 'title' }, html('th', { scope: 'rowgroup', colspan: '5' }, title)),
    ...(values ?? []).map(({ method, rate, ase, errorEstimate }) =>
      html(
        'tr',
        method === 'exact' ? { class: 'exact' } : {},
        html('th', { scope: 'row' }, methodName(method)),
        cell(
          shown(rate, (value) => rateText(fromNats(value, unit))),
          rateSymbol,
          method,
        ),
        html('td', {}, method === 'exact' || rate === null || exact == null ? '' : deviationText(rate / exact - 1)),
        html(
          'td',
          {},
          shown(errorEstimate, (value) => errorText(fromNats(value, unit))),
        ),
        cell(
          shown(ase, (value) => rateText(fromNats(value, unit))),
          aseSymbol,
          method,
        ),
      ),
    ),
  ]
}
