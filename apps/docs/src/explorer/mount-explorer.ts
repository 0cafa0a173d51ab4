import { html } from '../charts/element.js'
import { controlsDrawer } from './controls/controls-drawer.js'
import { feasibilityBar } from './controls/feasibility-bar.js'
import { networkProblem } from './controls/network-problem.js'
import { parameterControls } from './controls/parameter-controls.js'
import { presetControl } from './controls/preset-control.js'
import { shareRow } from './share/share-row.js'
import { ExplorerStore } from './state/explorer-state.js'
import { readPermalink } from './state/link/permalink.js'
import { PermalinkAddress } from './state/link/permalink-address.js'
import { CurvesView } from './views/curves/curves-view.js'
import { LinkProblems } from './views/link-problems.js'
import { NetworkNumbers } from './views/network-numbers.js'
import { readings } from './views/readings.js'
import { viewTabs } from './views/view-tabs.js'

/** An explorer that is shown. */
export interface MountedExplorer {
  /** Writes the state into the address, where it is still the explorer's. */
  remember(): void
  /** Shows what the address describes, after a navigation that stayed on the page. */
  followAddress(): void
  /** Ends all that it has begun: it isn't shown any more. */
  end(): void
}

/** Builds the explorer in an element and starts its workers. */
export const mountExplorer = (root: HTMLElement): MountedExplorer => {
  const { state, problems } = readPermalink(window.location.search)
  const store = new ExplorerStore(state)
  const leaving = new AbortController()
  const stay = leaving.signal
  const address = new PermalinkAddress(store, stay)
  const left = new LinkProblems()

  /** Asks again for all that failed. */
  const retry = (): void => {
    numbers.ask()
    if (store.state.view === 'curves') curves.askAgain()
  }
  const numbers: NetworkNumbers = new NetworkNumbers(store, stay, retry, () => {
    // The views show these rates as long as they may be read as an answer.
    views.update()
    settle()
  })
  const curves: CurvesView = new CurvesView(
    store,
    stay,
    () => curves.ask(store.state),
    () => settle(),
  )
  const views: ReturnType<typeof viewTabs> = viewTabs(store, stay, {
    curves: async () => () => curves,
    distribution: async () => {
      const { DistributionView } = await import('./views/distribution/distribution-view.js')
      return () => new DistributionView(store, stay)
    },
    region: async () => {
      const { RegionView } = await import('./views/region/region-view.js')
      return () => new RegionView(store, stay, () => numbers.fresh)
    },
    drop: async () => {
      const { DropView } = await import('./views/drop-view.js')
      return () => new DropView(store, stay)
    },
    simulation: async () => {
      const { SimulationView } = await import('./views/simulation/simulation-view.js')
      return () => new SimulationView(store, stay)
    },
    sites: async () => {
      const { SitesView } = await import('./views/sites-view.js')
      return () => new SitesView(store, stay)
    },
  })

  /** Whether all that is asked is shown. */
  function settle(): void {
    const busy = numbers.busy || (store.state.view === 'curves' && curves.frame.state.standing.busy)
    const text = String(!busy)
    if (root.dataset.settled !== text) root.dataset.settled = text
  }
  store.subscribe((now, before) => {
    if (now.view === 'curves') curves.ask(before)
    views.update()
    settle()
  })

  root.replaceChildren(
    html(
      'div',
      { class: 'explorer-columns' },
      html('div', { class: 'strip' }, numbers.headline, feasibilityBar(store)),
      controlsDrawer(presetControl(store), parameterControls(store), readings(store)),
      html(
        'div',
        { class: 'shown' },
        left.element,
        networkProblem(store),
        views.element,
        numbers.element,
        shareRow(store),
      ),
    ),
  )
  left.say(problems)
  window.addEventListener('pagehide', () => address.write(), { signal: stay })
  numbers.ask()
  if (state.view === 'curves') curves.ask(state)
  settle()
  return {
    remember: () => address.write(),
    followAddress: () => {
      if (!address.isHome) return
      const read = readPermalink(window.location.search)
      left.say(read.problems)
      address.follow(() => store.set(read.state))
    },
    end: () => leaving.abort(),
  }
}
