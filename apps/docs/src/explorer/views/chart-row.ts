import type { ReadableChart } from '../../charts/chart-readout.js'
import { onThemeChange } from '../../charts/chart-theme.js'
import { html } from '../../charts/element.js'

export interface ChartSize {
  readonly width: number
  readonly height: number
}

/** A row of charts, two beside each other where there is room, that is drawn again when its width or the theme changes. */
export class ChartRow {
  readonly element = html('div', { class: 'charts' })
  /** In pixels; asking for it where it's drawn would lay the page out once more. */
  width = 0
  /** The charts that are shown. */
  charts: readonly ReadableChart[] = []
  private due: number | undefined

  /** @param draw - draws charts of that size, and what belongs to them. */
  constructor(
    stay: AbortSignal,
    private readonly draw: (size: ChartSize) => void,
  ) {
    const resizing = new ResizeObserver(([entry]) => {
      const { width = 0 } = entry?.contentRect ?? {}
      if (width === this.width) return
      this.width = width
      this.redraw()
    })
    resizing.observe(this.element)
    stay.addEventListener('abort', () => resizing.disconnect())
    stay.addEventListener(
      'abort',
      onThemeChange(() => this.redraw()),
    )
  }

  /** Shows charts in the place of those before; elements that were drawn over again stay where they are. */
  show(charts: readonly ReadableChart[]): void {
    charts.forEach(({ drawn: { element } }, index) => {
      const old = this.charts[index]?.drawn.element
      if (old === undefined) this.element.append(element)
      else if (old !== element) old.replaceWith(element)
    })
    for (const { drawn } of this.charts.slice(charts.length)) drawn.element.remove()
    this.charts = charts
  }

  /** At most once a frame, and only while it can be seen. */
  redraw(): void {
    this.due ??= requestAnimationFrame(() => {
      this.due = undefined
      if (!this.element.isConnected || this.width === 0) return
      const columns = this.width >= 620 ? 2 : 1
      const width = Math.max(240, Math.floor(this.width / columns))
      this.draw({ width, height: Math.round(Math.min(340, Math.max(230, 0.62 * width))) })
    })
  }
}
