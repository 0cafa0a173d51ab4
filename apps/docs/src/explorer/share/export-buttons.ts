import type { ReadableChart } from '../../charts/chart-readout.js'
import type { LineChart } from '../../charts/chart-types.js'
import { html } from '../../charts/element.js'
import {
  captionedDrawing,
  download,
  drawingSheet,
  pngBlob,
  type SheetLegendLine,
  svgText,
} from '../../charts/export-image.js'
import { chartsPgfplots } from '../../charts/pgfplots.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { exportCaption } from './export-caption.js'

export interface Exports {
  /** The files' name without an extension. */
  readonly name: string
  /** The picture, where it isn't one of charts. */
  readonly drawing?: () => SVGSVGElement
  readonly csv?: () => string
  /** With it, files have the parameters, the command and the link of the state. */
  readonly store?: ExplorerStore
  /** The entries of the legend that a picture has. */
  readonly legend?: () => readonly SheetLegendLine[]
  /** The charts that a picture has, two beside each other; they are offered as LaTeX as well. */
  readonly charts?: () => readonly ReadableChart[]
}

/** The size of a chart in a picture of several. */
export const exportedSize = { width: 460, height: 300 } as const

/** Buttons that offer what is shown as files, as long as that is what is asked. */
export const exportButtons = ({
  name,
  charts,
  drawing = () => sheetOf(charts?.() ?? []),
  csv,
  store,
  legend = () => [],
}: Exports): { readonly element: HTMLElement; enable(enabled: boolean): void } => {
  const buttons: HTMLButtonElement[] = []
  const button = (text: string, act: () => void | Promise<void>): HTMLButtonElement => {
    const made = html('button', { type: 'button', disabled: true }, text)
    buttons.push(made)
    made.addEventListener('click', () => void act())
    return made
  }
  const caption = (): string[] => (store === undefined ? [] : exportCaption(store.state, window.location))
  const picture = (): SVGSVGElement => captionedDrawing(drawing(), legend(), caption())
  const element = html(
    'p',
    { class: 'exports' },
    html('span', {}, 'Save as '),
    button('SVG', () => download(`${name}.svg`, svgText(picture()), 'image/svg+xml')),
    button('PNG', async () => download(`${name}.png`, await pngBlob(picture()))),
    csv === undefined ? null : button('CSV', () => download(`${name}.csv`, csv(), 'text/csv')),
    charts === undefined
      ? null
      : button('PGFPlots', () => download(`${name}.tex`, chartsPgfplots(chartsOf(charts()), caption()), 'text/x-tex')),
  )
  return {
    element,
    enable: (enabled) => {
      for (const made of buttons) if (made.disabled === enabled) made.disabled = !enabled
    },
  }
}

const chartsOf = (charts: readonly ReadableChart[]): LineChart[] => charts.map(({ chart }) => chart)

const sheetOf = (charts: readonly ReadableChart[]): SVGSVGElement =>
  drawingSheet(
    charts.map(({ drawn: { element } }) => element),
    2,
  )
