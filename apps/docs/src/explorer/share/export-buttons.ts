import type { ReadableChart } from '../../charts/chart-readout.js'
import { download } from '../../charts/download.js'
import { html } from '../../charts/element.js'
import type { SheetLegendLine } from '../../charts/export-image.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { exportCaption } from './export-caption.js'
import type { PictureParts } from './export-files.js'

export interface Exports {
  /** The files' name without an extension. */
  readonly name: string
  /** The picture, where it isn't one of charts. */
  readonly drawing?: () => SVGSVGElement
  readonly csv?: () => string | Promise<string>
  /** The LaTeX of what isn't charts, below a comment of these lines. */
  readonly pgfplots?: (caption: readonly string[]) => Promise<string>
  /** With it, files have the parameters, the command and the link of the state. */
  readonly store?: ExplorerStore
  /** The entries of the legend that a picture has. */
  readonly legend?: () => readonly SheetLegendLine[]
  /** The charts that a picture has, two beside each other; they are offered as LaTeX as well. */
  readonly charts?: () => readonly ReadableChart[]
}

/** The size of a chart in a picture of several. */
export const exportedSize = { width: 460, height: 300 } as const

/** The makers of files, loaded when one is asked for. */
const files = () => import('./export-files.js')

/** Buttons that offer what is shown as files, as long as that is what is asked. */
export const exportButtons = ({
  name,
  charts,
  drawing,
  csv,
  pgfplots,
  store,
  legend = () => [],
}: Exports): { readonly element: HTMLElement; enable(enabled: boolean): void } => {
  const buttons: HTMLButtonElement[] = []
  const failure = html('span', { class: 'export-failure', role: 'status' })
  const button = (text: string, act: () => Promise<void>): HTMLButtonElement => {
    const made = html('button', { type: 'button', disabled: true }, text)
    buttons.push(made)
    made.addEventListener('click', async () => {
      failure.textContent = ''
      try {
        await act()
      } catch (error) {
        failure.textContent = ` No ${text} file could be made: ${error instanceof Error ? error.message : String(error)}`
      }
    })
    return made
  }
  const caption = (): string[] => (store === undefined ? [] : exportCaption(store.state, window.location))
  /** As it is when it's asked for, whatever changes while the rest is loaded. */
  const parts = (): PictureParts => {
    const drawings = drawing === undefined ? (charts?.() ?? []).map(({ drawn }) => drawn.element) : [drawing()]
    return {
      drawings: drawings.map((each) => each.cloneNode(true) as SVGSVGElement),
      legend: legend(),
      caption: caption(),
    }
  }
  const element = html(
    'p',
    { class: 'exports' },
    html('span', {}, 'Save as '),
    button('SVG', async () => {
      const picture = parts()
      ;(await files()).saveSvg(name, picture)
    }),
    button('PNG', async () => {
      const picture = parts()
      await (await files()).savePng(name, picture)
    }),
    csv === undefined ? null : button('CSV', async () => download(`${name}.csv`, await csv(), 'text/csv')),
    button('PGFPlots', async () => {
      if (pgfplots !== undefined) {
        download(`${name}.tex`, await pgfplots(caption()), 'text/x-tex')
        return
      }
      const [shown, lines] = [(charts?.() ?? []).map(({ chart }) => chart), caption()]
      ;(await files()).savePgfplots(name, shown, lines)
    }),
    failure,
  )
  return {
    element,
    enable: (enabled) => {
      for (const made of buttons) if (made.disabled === enabled) made.disabled = !enabled
    },
  }
}
