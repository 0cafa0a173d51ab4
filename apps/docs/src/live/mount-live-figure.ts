import { onThemeChange, pageTheme } from '../charts/chart-theme.js'
import type { LineChart } from '../charts/chart-types.js'
import { html, symbolElement, withSymbols } from '../charts/element.js'
import { type DrawnChart, drawLineChart, lineSample } from '../charts/line-chart.js'
import { explorerQuery, initialValues, type LiveFigure } from './live-figure.js'

const height = 300

/**
 * Fills an element with a figure that follows its sliders; gives what ends it.
 *
 * @param explorer - the address of the explorer.
 */
export const mountLiveFigure = (
  root: HTMLElement,
  name: string,
  figure: LiveFigure,
  explorer: string,
): (() => void) => {
  const values = initialValues(figure)
  const statement = html('p', { class: 'live-statement', 'aria-live': 'polite' })
  const legend = html('p', { class: 'live-legend' })
  const chartPlace = html('div', { class: 'live-chart' })
  const further = html('a', {}, 'This network in the explorer')
  let drawn: DrawnChart | undefined
  let frame = 0

  const show = (): void => {
    frame = 0
    const theme = pageTheme()
    const shown = figure.show(values, theme)
    // A screen reader says it again only if it changed.
    if (statement.textContent !== shown.statement) statement.textContent = shown.statement
    const width = Math.max(280, Math.floor(chartPlace.clientWidth))
    drawn = drawLineChart(shown.chart, { width, height }, theme, drawn)
    drawn.element.setAttribute('aria-label', `${shown.chart.title}. ${shown.statement}`)
    if (chartPlace.firstChild !== drawn.element) chartPlace.replaceChildren(drawn.element)
    legend.replaceChildren(...legendOf(shown.chart))
    further.href = `${explorer}${explorerQuery(figure, values)}`
  }
  /** At most once a frame, however fast a slider moves. */
  const update = (): void => {
    if (frame === 0) frame = requestAnimationFrame(show)
  }

  const controls = figure.sliders.map(({ name: slider, label, symbol, least, greatest, initial }) => {
    const id = `live-${name}-${slider}`
    const output = html('output', { for: id }, String(initial))
    const input = html('input', { id, type: 'range', min: least, max: greatest, step: 1, value: initial })
    input.addEventListener('input', () => {
      values[slider] = Number(input.value)
      output.value = input.value
      update()
    })
    return html(
      'div',
      { class: 'live-slider' },
      html('label', { for: id }, `${label} `, symbolElement(symbol)),
      output,
      input,
    )
  })
  root.replaceChildren(html('div', { class: 'live-sliders' }, ...controls), statement, chartPlace, legend, further)

  const sizes = new ResizeObserver(update)
  sizes.observe(chartPlace)
  const stopThemes = onThemeChange(update)
  show()
  return () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    stopThemes()
  }
}

const legendOf = ({ lines }: LineChart): HTMLElement[] =>
  lines.map((line) => html('span', {}, lineSample(line), ...withSymbols(` ${line.name}`)))
