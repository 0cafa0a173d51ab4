import { type ChartTheme, pageTheme } from '../../../charts/chart-theme.js'
import { html, svg } from '../../../charts/element.js'
import { curveMembers } from '../../state/curve-members.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import type { MethodPlace } from '../../workers/methods-of.js'
import { curveLook, memberColour } from '../curve-look.js'
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
    const focused = this.element.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.switch
      : undefined
    const several = members.length > 1
    this.element.replaceChildren(
      ...members.flatMap(({ name, pinned }, index) =>
        several ? [this.memberEntry(name, pinned, theme[memberColour(index)])] : [],
      ),
      ...this.methods.map((method, place) => this.methodSwitch(method, place, several ? theme.ink : undefined, theme)),
      this.markSwitch(theme),
    )
    if (focused !== undefined)
      this.element.querySelector<HTMLElement>(`[data-switch="${CSS.escape(focused)}"]`)?.focus()
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

  private methodSwitch(
    { names, title }: MethodPlace,
    place: number,
    ink: string | undefined,
    theme: ChartTheme,
  ): HTMLElement {
    const look = curveLook(place)
    const { hiddenMethods } = this.store.state
    const shown = names.some((name) => !hiddenMethods.includes(name))
    return this.switchButton(`method-${names[0]}`, title, shown, lineSample(ink ?? theme[look.colour], look), () => {
      const others = this.store.state.hiddenMethods.filter((name) => !names.includes(name))
      this.store.set({ hiddenMethods: shown ? [...others, ...names] : others })
    })
  }

  private markSwitch(theme: ChartTheme): HTMLElement {
    const { marks } = this.store.state
    const cross = svg(
      'svg',
      { width: 16, height: 16, 'aria-hidden': 'true' },
      svg('path', { d: 'M4,4L12,12M4,12L12,4M8,1V15', stroke: theme.ink, 'stroke-width': 1.6, fill: 'none' }),
    )
    return this.switchButton('marks', 'simulated, 95 % intervals', marks, cross, () =>
      this.store.set({ marks: !marks }),
    )
  }

  private switchButton(name: string, text: string, on: boolean, sample: Element, act: () => void): HTMLElement {
    const button = html(
      'button',
      { type: 'button', class: 'entry', 'aria-pressed': String(on), 'data-switch': name },
      sample,
      text,
    )
    button.addEventListener('click', act)
    return button
  }
}

const lineSample = (colour: string, { dashes, width }: { dashes: readonly number[]; width: number }): Element =>
  svg(
    'svg',
    { width: 34, height: 10, 'aria-hidden': 'true' },
    svg('line', {
      x1: 0,
      x2: 34,
      y1: 5,
      y2: 5,
      stroke: colour,
      'stroke-width': width,
      'stroke-dasharray': dashes.join(' '),
    }),
  )

/** The entries of a legend for a file: what is shown, and how it looks. */
export const exportedLegend = (
  state: ExplorerState,
  methods: readonly MethodPlace[],
  theme: ChartTheme,
): { text: string; colour: string; dashes: readonly number[]; width: number }[] => {
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
