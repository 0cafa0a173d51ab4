import { isFeasible } from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { checkNetwork } from '../state/parameters/network-check.js'
import { requestKey } from '../state/request-key.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import type { ChosenRatesPart, ChosenRatesRequest } from '../workers/theorems/chosen-rates.js'
import type { NetworkRates } from '../workers/theorems/sweep.js'
import type { AllMethods } from './all-methods.js'
import { AnswerFrame } from './answer-frame.js'
import { Headline } from './headline.js'

const rateTolerance = 1e-9

/** The request for the numbers of a state: all methods where the table is open, else the one that is read in large letters. */
const ratesRequest = ({ values, clusters, quantity, table }: ExplorerState): ChosenRatesRequest => {
  const { network } = checkNetwork(values)
  const overloaded = network !== undefined && !isFeasible(network)
  return {
    values,
    clusters,
    relativeTolerance: rateTolerance,
    withRequests: table,
    ...(table ? {} : { methods: [overloaded ? 'actual-requests' : 'exact'] }),
    ...(quantity === 'rates' ? {} : { quantity }),
  }
}

/** The numbers of the network chosen: large ones, and the table of all methods, which is folded at first. */
export class NetworkNumbers {
  readonly headline: HTMLElement
  readonly element: HTMLElement
  private readonly large = new Headline()
  private readonly tablePlace = html('div')
  /** The content of the fold, from when it is opened first. */
  private table: Promise<AllMethods> | undefined
  private readonly headlineFrame: AnswerFrame
  private readonly tableFrame: AnswerFrame
  private readonly latest: LatestOnly<ChosenRatesRequest, ChosenRatesPart>
  private rates: NetworkRates | undefined

  /**
   * @param retry - asks again for what failed.
   * @param changed - called when the numbers, or how they stand to what is asked, have changed.
   */
  constructor(
    private readonly store: ExplorerStore,
    private readonly stay: AbortSignal,
    retry: () => void,
    changed: () => void,
  ) {
    this.latest = new LatestOnly(
      () => new Worker(new URL('../workers/theorems/theorem-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, part) => this.take(request, part),
        failed: (request, reason) => this.fail(request, reason),
      },
      surroundingsOf(stay),
    )
    this.headlineFrame = new AnswerFrame({
      label: 'Numbers of this network',
      content: [this.large.element],
      stay,
      retry,
      changed,
    })
    this.tableFrame = new AnswerFrame({
      label: 'Rates of this network',
      content: [this.tablePlace],
      stay,
      retry,
      changed,
    })
    this.headline = this.headlineFrame.element
    const fold = html(
      'details',
      { class: 'methods-table', open: store.state.table },
      html('summary', {}, 'All methods, with their errors, and the requests to null'),
      this.tableFrame.element,
    )
    fold.addEventListener('toggle', () => {
      if (fold.open !== store.state.table) store.set({ table: fold.open })
    })
    this.element = fold
    store.subscribe((now, before) => {
      if (now.table !== before.table) fold.open = now.table
      if (now.unit !== before.unit) this.show()
      if (
        now.values !== before.values ||
        now.clusters !== before.clusters ||
        now.quantity !== before.quantity ||
        now.table !== before.table
      )
        this.ask()
    })
  }

  /** Whether something is still to come. */
  get busy(): boolean {
    return this.headlineFrame.state.standing.busy || (this.store.state.table && this.tableFrame.state.standing.busy)
  }

  /** The rates of the network chosen, as long as they may be read as an answer. */
  get fresh(): NetworkRates | undefined {
    return this.headlineFrame.fresh ? this.rates : undefined
  }

  /** Asks for the numbers of the state, unless they are shown already. */
  ask(): void {
    const { state } = this.store
    const request = ratesRequest(state)
    const key = requestKey(request)
    this.headlineFrame.state.ask(key)
    if (state.table) this.tableFrame.state.ask(key)
    // That values are no network is known at once.
    if (checkNetwork(state.values).network === undefined) this.take(request, { rates: null, requests: null })
    else if (!this.headlineFrame.state.has(key) || (state.table && !this.tableFrame.state.has(key)))
      this.latest.request(request)
  }

  private take(request: ChosenRatesRequest, part: ChosenRatesPart): void {
    const key = requestKey(request)
    if (!this.headlineFrame.state.takes(key)) return
    this.rates = part.rates ?? undefined
    if (this.tableFrame.state.takes(key)) void this.fillTable(key, part)
    this.show()
    this.headlineFrame.state.answer(key)
  }

  private async fillTable(key: string, part: ChosenRatesPart): Promise<void> {
    try {
      this.table ??= this.loadTable()
      const table = await this.table
      // Another network may have been asked for meanwhile.
      if (!this.tableFrame.state.takes(key)) return
      table.show(part, this.store.state.unit)
      this.tableFrame.state.answer(key)
    } catch (error) {
      this.table = undefined
      this.tableFrame.state.fail(key, `The table could not be loaded. ${error instanceof Error ? error.message : ''}`)
    }
  }

  private async loadTable(): Promise<AllMethods> {
    const { AllMethods } = await import('./all-methods.js')
    const table = new AllMethods(this.stay)
    this.tablePlace.replaceChildren(table.element)
    return table
  }

  private show(): void {
    const { unit, quantity, table } = this.store.state
    this.large.show(this.rates, quantity, unit)
    // Why it isn't there is said where it is filled.
    if (table)
      this.table?.then(
        (shown) => shown.showIn(unit, this.rates ?? null),
        () => {},
      )
  }

  private fail(request: ChosenRatesRequest, reason: string): void {
    const key = requestKey(request)
    this.headlineFrame.state.fail(key, reason)
    this.tableFrame.state.fail(key, reason)
  }
}
