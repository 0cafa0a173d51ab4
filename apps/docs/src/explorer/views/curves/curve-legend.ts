import { type ChartTheme, pageTheme } from '../../../charts/chart-theme.js'
import { html, svg } from '../../../charts/element.js'
import type { SheetLegendLine } from '../../../charts/export-image.js'
import { curveMembers } from '../../state/curves/curve-members.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import type { MethodPlace } from '../../workers/theorems/methods-of.js'
import { curveLook, memberColour } from '../curve-look.js'
import { legendSwitch, methodSwitch, rewriteLegend } from '../legend-switch.js'
import { legendEntry } from '../method-legend.js'

/** The legend of all curves of a view, on which methods and marks are switched on and off, and pinned networks taken away. */
export class CurveLegend {
  readonly element = html('div', { class: 'legend switches', role: 'group', 'aria-label': 'Curves that are shown' })
  private shown = ''
  methods: readonly MethodPlace[] = []

  constructor(private readonly store: ExplorerStore) {}

  /** The methods that there are, once that is known. */
  know(methods: readonly MethodPlace[]): void {
    if (this.methods.length > 0) return
    this.methods = methods
    this.show()
  }

  show(theme: ChartTheme = pageTheme()): void {
    const { state } = this.store
    const members = curveMembers(state)
    const key = JSON.stringify([
      state.hiddenMethods,
      state.marks,
      this.methods.length,
      members.map(({ name }) => name),
      theme,
    ])
    if (key === this.shown) return
    this.shown = key
    const several = members.length > 1
    rewriteLegend(this.element, [
      ...members.flatMap(({ name, pinned }, index) =>
        several ? [this.memberEntry(name, pinned, theme[memberColour(index)])] : [],
      ),
      ...this.methods.map((method, place) =>
        methodSwitch(this.store, method, place, theme, several ? theme.ink : undefined),
      ),
      this.markSwitch(theme),
    ])
  }

  private memberEntry(name: string, pinned: number | undefined, colour: string): HTMLElement {
    const entry = legendEntry(name, { colour, dashes: [], width: 3 })
    if (pinned === undefined) return entry
    const remove = html(
      'button',
      { type: 'button', class: 'remove', 'aria-label': `Take away: ${name}`, 'data-switch': `pinned-${pinned}` },
      '×',
    )
    remove.addEventListener('click', () =>
      this.store.set({ pinned: this.store.state.pinned.filter((_, index) => index !== pinned) }),
    )
    entry.append(remove)
    return entry
  }

  private markSwitch(theme: ChartTheme): HTMLElement {
    const { marks } = this.store.state
    const cross = svg(
      'svg',
      { width: 16, height: 16, 'aria-hidden': 'true' },
      svg('path', { d: 'M4,4L12,12M4,12L12,4M8,1V15', stroke: theme.ink, 'stroke-width': 1.6, fill: 'none' }),
    )
    return legendSwitch('marks', 'simulated, 95 % intervals', marks, cross, () => this.store.set({ marks: !marks }))
  }
}

/** The entries of a legend for a file: what is shown, and how it looks. */
export const exportedLegend = (
  state: ExplorerState,
  methods: readonly MethodPlace[],
  theme: ChartTheme,
): SheetLegendLine[] => {
  const members = curveMembers(state)
  const several = members.length > 1
  return [
    ...members.flatMap(({ name }, index) =>
      several ? [{ text: name, colour: theme[memberColour(index)], dashes: [], width: 3 }] : [],
    ),
    ...methods.flatMap(({ names, title }, place) => {
      const { colour, dashes, width } = curveLook(place)
      return names.every((name) => state.hiddenMethods.includes(name))
        ? []
        : [{ text: title, colour: several ? theme.ink : theme[colour], dashes, width }]
    }),
  ]
}
