import { html } from '../../charts/element.js'
import { type ExplorerStore, type ExplorerView, explorerViews } from '../state/explorer-state.js'

/** A part of the explorer that is loaded when it is first looked at. */
interface LoadedView {
  readonly element: HTMLElement
  /** Called when rates have come, and when the view is shown. */
  update(): unknown
}

/** Load what a view needs, and make it when somebody is still there to look at it. */
type ViewLoaders = Readonly<Partial<Record<ExplorerView, () => Promise<() => LoadedView>>>>

const titles: Readonly<Record<ExplorerView, string>> = {
  curves: 'Curves',
  distribution: 'Distribution',
  region: 'Region and optimum',
  drop: 'One drop',
  simulation: 'Monte Carlo',
  sites: 'Your sites',
}

/** Tabs as the ARIA practices have them: arrow keys move, the tab that has the focus is shown. */
export const viewTabs = (
  store: ExplorerStore,
  stay: AbortSignal,
  loaders: ViewLoaders,
): { element: HTMLElement; update: () => void } => {
  const names = explorerViews.filter((name) => loaders[name] !== undefined)
  const loaded = new Map<ExplorerView, LoadedView>()
  const tabs = new Map(
    names.map((name) => [
      name,
      html(
        'button',
        { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` },
        titles[name],
      ),
    ]),
  )
  const panels = new Map(
    names.map((name) => [
      name,
      html('div', { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, tabindex: '-1' }),
    ]),
  )
  const select = async (view: ExplorerView): Promise<void> => {
    const shown = names.includes(view) ? view : names[0]!
    for (const name of names) {
      const selected = name === shown
      tabs.get(name)!.setAttribute('aria-selected', String(selected))
      tabs.get(name)!.tabIndex = selected ? 0 : -1
      panels.get(name)!.hidden = !selected
    }
    if (!loaded.has(shown)) {
      const panel = panels.get(shown)!
      panel.textContent = 'Loading …'
      try {
        const make = await loaders[shown]!()
        if (stay.aborted) return
        if (!loaded.has(shown)) {
          const made = make()
          loaded.set(shown, made)
          panel.replaceChildren(made.element)
        }
      } catch (error) {
        panel.textContent = `This part could not be loaded: ${error instanceof Error ? error.message : String(error)}`
        return
      }
    }
    loaded.get(shown)!.update()
  }
  for (const [name, tab] of tabs) {
    tab.addEventListener('click', () => store.set({ view: name }))
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const place = names.indexOf(name)
      const target =
        event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? names.length - 1
            : step === undefined
              ? undefined
              : place + step
      if (target === undefined) return
      event.preventDefault()
      const next = names[(target + names.length) % names.length]!
      store.set({ view: next })
      tabs.get(next)!.focus()
    })
  }
  store.subscribe(({ view }, before) => {
    if (view !== before.view) void select(view)
  })
  void select(store.state.view)
  return {
    element: html(
      'div',
      { class: 'views' },
      html('div', { role: 'tablist', 'aria-label': 'What is shown' }, ...tabs.values()),
      ...panels.values(),
    ),
    update: () => {
      const view = names.includes(store.state.view) ? store.state.view : names[0]!
      loaded.get(view)?.update()
    },
  }
}
