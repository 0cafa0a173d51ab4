import { html } from '../charts/element.js'
import { feasibilityBar } from './controls/feasibility-bar.js'
import { parameterControls } from './controls/parameter-controls.js'
import { shareRow } from './share/share-row.js'
import { type ExplorerState, ExplorerStore } from './state/explorer-state.js'
import { checkNetwork } from './state/network-check.js'
import { axisValues } from './state/parameter-range.js'
import { readPermalink } from './state/permalink.js'
import { PermalinkAddress } from './state/permalink-address.js'
import { requestKey } from './state/request-key.js'
import { AnswerFrame } from './views/answer-frame.js'
import { CurvesView, curvesKey } from './views/curves-view.js'
import { RatesTable } from './views/rates-table.js'
import { readings } from './views/readings.js'
import { RequestsChart } from './views/requests-chart.js'
import { viewTabs } from './views/view-tabs.js'
import { LatestOnly, surroundingsOf } from './workers/latest-only.js'
import type { SweepPart, SweepRequest } from './workers/rates-worker.js'
import type { ShownRequests } from './workers/requests.js'
import type { NetworkRates } from './workers/sweep.js'

const rateTolerance = 1e-9

/** An explorer that is shown. */
export interface MountedExplorer {
  /** Writes the state into the address, where it is still the explorer's. */
  remember(): void
  /** Shows what the address describes, after a navigation that stayed on the page. */
  followAddress(): void
  /** Ends all that it has begun: it isn't shown any more. */
  end(): void
}

/** The state that the rates of a network depend on. */
const ratesKey = ({ values, clusters }: Pick<ExplorerState, 'values' | 'clusters'>): string =>
  requestKey({ values, clusters })

/** Builds the explorer in an element and starts its worker. */
export const mountExplorer = (root: HTMLElement): MountedExplorer => {
  const { state, problems } = readPermalink(window.location.search)
  const store = new ExplorerStore(state)
  const leaving = new AbortController()
  const stay = leaving.signal
  const address = new PermalinkAddress(store, stay)
  const left = html('div', { class: 'problems', role: 'status' })
  const sayProblems = (said: readonly string[]): void =>
    left.replaceChildren(...said.map((problem) => html('p', {}, `Left out of the link: ${problem}`)))

  const table = new RatesTable()
  const requests = new RequestsChart(stay)
  let rates: { readonly key: string; readonly rates: NetworkRates } | undefined
  const tableFrame = new AnswerFrame({
    label: 'Rates of this network',
    content: [table.element, requests.element],
    stay,
    retry: () => ask(),
    // The views show these rates as long as they may be read as an answer.
    changed: () => views.update(),
  })
  const curves = new CurvesView(store, stay, () => ask())
  const freshRates = (): NetworkRates | undefined => (tableFrame.fresh ? rates?.rates : undefined)

  const views: ReturnType<typeof viewTabs> = viewTabs(store, stay, {
    curves: async () => () => curves,
    distribution: async () => {
      const { DistributionView } = await import('./views/distribution-view.js')
      return () => new DistributionView(store, stay)
    },
    region: async () => {
      const { RegionView } = await import('./views/region-view.js')
      return () => new RegionView(store, stay, freshRates)
    },
    drop: async () => {
      const { DropView } = await import('./views/drop-view.js')
      return () => new DropView(store, stay)
    },
    simulation: async () => {
      const { SimulationView } = await import('./views/simulation-view.js')
      return () => new SimulationView(store, stay, (of) => (rates?.key === ratesKey(of) ? rates.rates : undefined))
    },
    sites: async () => {
      const { SitesView } = await import('./views/sites-view.js')
      return () => new SitesView(store, stay)
    },
  })

  const latest = new LatestOnly<SweepRequest, SweepPart>(
    () => new Worker(new URL('./workers/rates-worker.ts', import.meta.url), { type: 'module' }),
    {
      part: (request, part, done) => {
        if (part.rates !== undefined) takeRates(request, part.rates, part.requests ?? null)
        if (part.points !== undefined) curves.take(request, part.points, done)
        settle()
      },
      failed: (request, reason) => {
        const key = ratesKey(request)
        if (!tableFrame.state.has(key)) tableFrame.state.fail(key, reason)
        if (request.axisValues.length > 0) curves.frame.state.fail(curvesKey(request), reason)
        settle()
      },
    },
    surroundingsOf(stay),
  )
  const takeRates = (
    of: Pick<ExplorerState, 'values' | 'clusters'>,
    taken: NetworkRates | null,
    asked: ShownRequests | null,
  ): void => {
    const key = ratesKey(of)
    if (!tableFrame.state.takes(key)) return
    rates = taken === null ? undefined : { key, rates: taken }
    table.show(rates?.rates, store.state.unit)
    requests.show(asked)
    tableFrame.state.answer(key)
  }
  const settle = (): void => {
    root.dataset.settled = String(!latest.busy)
  }
  const ask = (): void => {
    const { values, clusters, axis, quantity, view } = store.state
    const key = ratesKey(store.state)
    tableFrame.state.ask(key)
    // That values are no network is known at once.
    if (checkNetwork(values).network === undefined) takeRates(store.state, null, null)
    if (view === 'curves') curves.frame.state.ask(curvesKey(store.state))
    const wantsCurves = view === 'curves' && !curves.frame.state.has(curvesKey(store.state))
    if (wantsCurves || !tableFrame.state.has(key))
      latest.request({
        values,
        clusters,
        axis,
        axisValues: wantsCurves ? axisValues(axis) : [],
        ...(wantsCurves && quantity !== 'rates' ? { quantity } : {}),
        relativeTolerance: rateTolerance,
      })
    settle()
  }
  store.subscribe((now, before) => {
    const same =
      now.values === before.values &&
      now.clusters === before.clusters &&
      now.axis === before.axis &&
      now.quantity === before.quantity
    if (!same || now.view !== before.view) ask()
    if (now.unit !== before.unit) table.show(rates?.rates, now.unit)
    if (!same || now.unit !== before.unit) views.update()
  })

  root.replaceChildren(
    html(
      'div',
      { class: 'explorer-columns' },
      html('div', { class: 'chosen' }, feasibilityBar(store), parameterControls(store)),
      html('div', { class: 'shown' }, left, readings(store), tableFrame.element, views.element, shareRow(store)),
    ),
  )
  sayProblems(problems)
  window.addEventListener('pagehide', () => address.write(), { signal: stay })
  ask()
  return {
    remember: () => address.write(),
    followAddress: () => {
      if (!address.isHome) return
      const read = readPermalink(window.location.search)
      sayProblems(read.problems)
      store.set(read.state)
    },
    end: () => leaving.abort(),
  }
}
