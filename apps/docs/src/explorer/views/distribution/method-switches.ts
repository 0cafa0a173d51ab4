import type { ChartTheme } from '../../../charts/chart-theme.js'
import { html } from '../../../charts/element.js'
import type { ExplorerStore } from '../../state/explorer-state.js'
import type { CoverageCurve } from '../../workers/distribution.js'
import type { MethodPlace } from '../../workers/methods-of.js'
import { curveLook } from '../curve-look.js'
import { legendEntry } from '../method-legend.js'

/** The name of the curves of a place: those that are there, or all methods of it. */
export const placeName = (methods: readonly MethodPlace[], place: number, curves: readonly CoverageCurve[]): string => {
  const titles = new Set(curves.flatMap((curve) => (curve.place === place ? [curve.title] : [])))
  return titles.size > 0 ? [...titles].join(' · ') : (methods[place]?.title ?? '')
}

/** The legend of the laws of methods, on which they are switched on and off. */
export class MethodSwitches {
  readonly element = html('div', { class: 'legend switches', role: 'group', 'aria-label': 'Laws that are shown' })
  private shown = ''

  constructor(private readonly store: ExplorerStore) {}

  show(methods: readonly MethodPlace[], curves: readonly CoverageCurve[], theme: ChartTheme): void {
    const { hiddenMethods } = this.store.state
    const names = methods.map((_, place) => placeName(methods, place, curves))
    const key = JSON.stringify([hiddenMethods, names, theme])
    // A button that is written anew has lost its focus.
    if (key === this.shown) return
    this.shown = key
    const focused = [...this.element.children].indexOf(document.activeElement as Element)
    this.element.replaceChildren(...methods.map((its, place) => this.switchOf(its.names, names[place]!, place, theme)))
    ;(this.element.children[focused] as HTMLElement | undefined)?.focus()
  }

  private switchOf(its: readonly string[], name: string, place: number, theme: ChartTheme): HTMLElement {
    const { hiddenMethods } = this.store.state
    const on = its.some((method) => !hiddenMethods.includes(method))
    const look = curveLook(place)
    const { childNodes } = legendEntry(name, { ...look, colour: theme[look.colour] })
    const button = html('button', { type: 'button', class: 'entry', 'aria-pressed': String(on) }, ...childNodes)
    button.addEventListener('click', () => {
      const others = hiddenMethods.filter((method) => !its.includes(method))
      this.store.set({ hiddenMethods: on ? [...others, ...its] : others })
    })
    return button
  }
}
