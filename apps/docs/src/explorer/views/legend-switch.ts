import type { ChartTheme } from '../../charts/chart-theme.js'
import { html } from '../../charts/element.js'
import { lineSample } from '../../charts/line-chart.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import type { MethodPlace } from '../workers/theorems/methods-of.js'
import { curveLook } from './curve-look.js'

/**
 * A button of a legend that switches something on and off.
 *
 * @param name - tells it from the others of its legend.
 * @param sample - how what it switches looks.
 */
export const legendSwitch = (
  name: string,
  text: string,
  on: boolean,
  sample: Element,
  act: () => void,
): HTMLButtonElement => {
  const button = html(
    'button',
    { type: 'button', class: 'entry', 'aria-pressed': String(on), 'data-switch': name },
    sample,
    text,
  )
  button.addEventListener('click', act)
  return button
}

/**
 * The switch of the methods of a place.
 *
 * @param colour - of its curves, where it isn't that of the place.
 */
export const methodSwitch = (
  store: ExplorerStore,
  { names, title }: MethodPlace,
  place: number,
  theme: ChartTheme,
  colour: string = theme[curveLook(place).colour],
): HTMLButtonElement => {
  const on = names.some((name) => !store.state.hiddenMethods.includes(name))
  return legendSwitch(`method-${names[0]}`, title, on, lineSample({ ...curveLook(place), colour }), () => {
    const others = store.state.hiddenMethods.filter((name) => !names.includes(name))
    store.set({ hiddenMethods: on ? [...others, ...names] : others })
  })
}

/** Writes a legend anew. A button that is written anew would have lost its focus: its successor gets it. */
export const rewriteLegend = (legend: HTMLElement, entries: readonly HTMLElement[]): void => {
  const focused = legend.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.switch
    : undefined
  legend.replaceChildren(...entries)
  if (focused !== undefined) legend.querySelector<HTMLElement>(`[data-switch="${CSS.escape(focused)}"]`)?.focus()
}
