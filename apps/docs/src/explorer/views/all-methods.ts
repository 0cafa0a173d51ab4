import type { InformationUnit } from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { ChosenRatesPart } from '../workers/theorems/chosen-rates.js'
import { RatesTable } from './rates-table.js'
import { RequestsChart } from './requests-chart.js'

/** The part of the page that is folded at first: the table of all methods, and the requests to null. */
export class AllMethods {
  readonly element: HTMLElement
  private readonly table = new RatesTable()
  private readonly requests: RequestsChart

  constructor(stay: AbortSignal) {
    this.requests = new RequestsChart(stay)
    this.element = html('div', {}, this.table.element, this.requests.element)
  }

  show({ rates, requests }: ChosenRatesPart, unit: InformationUnit): void {
    this.table.show(rates ?? undefined, unit)
    this.requests.show(requests)
  }

  /** Shows the same rates in another unit. */
  showIn(unit: InformationUnit, rates: ChosenRatesPart['rates']): void {
    this.table.show(rates ?? undefined, unit)
  }
}
