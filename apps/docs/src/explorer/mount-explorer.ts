import { html } from '../charts/element.js'
import { CurvesView } from './curves-view.js'
import { type ExplorerState, ExplorerStore } from './explorer-state.js'
import { feasibilityBar } from './feasibility-bar.js'
import { LatestOnly } from './latest-only.js'
import { checkNetwork } from './network-check.js'
import { parameterControls } from './parameter-controls.js'
import { axisValues } from './parameter-range.js'
import { permalinkQuery, readPermalink } from './permalink.js'
import { RatesTable } from './rates-table.js'
import type { SweepAnswer, SweepRequest } from './rates-worker.js'
import { readings } from './readings.js'
import { shareRow } from './share-row.js'
import { viewTabs } from './view-tabs.js'

const rateTolerance = 1e-9

/** Builds the explorer in an element and starts its worker. What it returns ends it. */
export const mountExplorer = (root: HTMLElement): (() => void) => {
  const { state, problems } = readPermalink(window.location.search)
  const store = new ExplorerStore(state)
  const worker = new Worker(new URL('./rates-worker.ts', import.meta.url), { type: 'module' })
  const table = new RatesTable()
  const failure = html('p', { class: 'reason', role: 'alert' })
  let answer: SweepAnswer | undefined
  let asked: ExplorerState = state

  const views = viewTabs(store, {
    curves: async () => {
      const view = new CurvesView(store)
      return { element: view.element, update: () => answer !== undefined && view.show(answer, asked.axis) }
    },
    region: async () => {
      const { RegionView } = await import('./region-view.js')
      const view = new RegionView(store)
      return { element: view.element, update: () => view.showRates(answer?.rates) }
    },
    drop: async () => {
      const { DropView } = await import('./drop-view.js')
      const view = new DropView(store)
      return { element: view.element, update: () => view.update() }
    },
    simulation: async () => {
      const { SimulationView } = await import('./simulation-view.js')
      const view = new SimulationView(store)
      return { element: view.element, update: () => view.showRates(answer?.rates) }
    },
  })

  const latest = new LatestOnly<Omit<SweepRequest, 'id'>, SweepAnswer>(worker, (received) => {
    answer = received
    failure.textContent = received.failure ?? ''
    show()
  })
  const ask = (): void => {
    asked = store.state
    const { values, clusters, axis, view } = asked
    latest.request({
      values,
      clusters,
      axis,
      axisValues: view === 'curves' ? axisValues(axis) : [],
      relativeTolerance: rateTolerance,
    })
  }
  const show = (): void => {
    const { unit, values } = store.state
    // An answer to values that are no network any more says nothing.
    table.show(checkNetwork(values).network === undefined ? undefined : answer?.rates, unit)
    table.element.setAttribute('aria-busy', String(latest.busy))
    root.dataset.settled = String(!latest.busy)
    views.update()
  }
  store.subscribe((now, before) => {
    const same = now.values === before.values && now.clusters === before.clusters && now.axis === before.axis
    if (!same || now.view !== before.view) {
      ask()
      root.dataset.settled = 'false'
    }
    if (!same || now.unit !== before.unit) show()
    remember(now)
  })

  root.replaceChildren(
    html(
      'div',
      { class: 'explorer-columns' },
      html('div', { class: 'chosen' }, feasibilityBar(store), parameterControls(store)),
      html(
        'div',
        { class: 'shown' },
        html(
          'div',
          { class: 'problems', role: 'status' },
          ...problems.map((problem) => html('p', {}, `Left out of the link: ${problem}`)),
        ),
        failure,
        readings(store),
        table.element,
        views.element,
        shareRow(store),
      ),
    ),
  )
  ask()
  show()
  return () => worker.terminate()
}

let remembering: ReturnType<typeof setTimeout> | undefined

/** Writes the state into the address, not more often than browsers permit. */
const remember = (state: ExplorerState): void => {
  clearTimeout(remembering)
  remembering = setTimeout(() => {
    const query = permalinkQuery(state)
    const { pathname, hash } = window.location
    window.history.replaceState(window.history.state, '', `${pathname}${query === '' ? '' : `?${query}`}${hash}`)
  }, 250)
}
