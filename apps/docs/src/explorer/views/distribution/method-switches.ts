import type { ChartTheme } from '../../../charts/chart-theme.js'
import { html } from '../../../charts/element.js'
import type { ExplorerStore } from '../../state/explorer-state.js'
import type { CoverageCurve } from '../../workers/distribution/distribution.js'
import type { MethodPlace } from '../../workers/theorems/methods-of.js'
import { methodSwitch, rewriteLegend } from '../legend-switch.js'

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
    if (key === this.shown) return
    this.shown = key
    rewriteLegend(
      this.element,
      methods.map((method, place) => methodSwitch(this.store, { ...method, title: names[place]! }, place, theme)),
    )
  }
}
