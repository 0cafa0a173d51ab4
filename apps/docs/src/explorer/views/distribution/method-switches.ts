import type { ChartTheme } from '../../../charts/chart-theme.js'
import { html } from '../../../charts/element.js'
import { curveMethods } from '../../state/curve-choices.js'
import type { ExplorerStore } from '../../state/explorer-state.js'
import type { CoverageCurve } from '../../workers/distribution.js'
import { methodsByPlace, methodTitle } from '../../workers/methods-of.js'
import { curveLook } from '../curve-look.js'
import { legendEntry } from '../method-legend.js'

/** What the curves of a place are called: those that are there, or the first method of it. */
export const placeName = (place: number, curves: readonly CoverageCurve[]): string => {
  const titles = new Set(curves.flatMap((curve) => (curve.place === place ? [curve.title] : [])))
  return titles.size > 0 ? [...titles].join(' · ') : methodTitle(methodsByPlace[place]![0]!)
}

/** The legend of the laws of methods, on which they are switched on and off. */
export class MethodSwitches {
  readonly element = html('div', { class: 'legend switches', role: 'group', 'aria-label': 'Laws that are shown' })
  private shown = ''

  constructor(private readonly store: ExplorerStore) {}

  show(curves: readonly CoverageCurve[], theme: ChartTheme): void {
    const { methods } = this.store.state
    const names = methodsByPlace.map((_, place) => placeName(place, curves))
    const key = JSON.stringify([methods, names, theme])
    // A button that is written anew has lost its focus.
    if (key === this.shown) return
    this.shown = key
    const focused = [...this.element.children].indexOf(document.activeElement as Element)
    this.element.replaceChildren(
      ...names.map((name, place) => this.switchOf(methodsByPlace[place]!, name, place, theme)),
    )
    ;(this.element.children[focused] as HTMLElement | undefined)?.focus()
  }

  private switchOf(its: readonly string[], name: string, place: number, theme: ChartTheme): HTMLElement {
    const { methods } = this.store.state
    const on = its.some((method) => methods.includes(method))
    const look = curveLook(place)
    const { childNodes } = legendEntry(name, { ...look, colour: theme[look.colour] })
    const button = html('button', { type: 'button', class: 'entry', 'aria-pressed': String(on) }, ...childNodes)
    button.addEventListener('click', () => {
      const others = methods.filter((method) => !its.includes(method))
      const chosen = on ? others : [...others, ...its]
      this.store.set({ methods: curveMethods.filter((method) => chosen.includes(method)) })
    })
    return button
  }
}
