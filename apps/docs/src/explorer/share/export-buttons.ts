import { html } from '../../charts/element.js'
import { download, pngBlob, svgText } from '../../charts/export-image.js'

export interface Exports {
  /** The files' name without an extension. */
  readonly name: string
  readonly drawing: () => SVGSVGElement
  readonly csv?: () => string
}

/** Buttons that offer what is shown as files, as long as that is what is asked. */
export const exportButtons = ({
  name,
  drawing,
  csv,
}: Exports): { readonly element: HTMLElement; enable(enabled: boolean): void } => {
  const buttons: HTMLButtonElement[] = []
  const button = (text: string, act: () => void | Promise<void>): HTMLButtonElement => {
    const made = html('button', { type: 'button', disabled: true }, text)
    buttons.push(made)
    made.addEventListener('click', () => void act())
    return made
  }
  const element = html(
    'p',
    { class: 'exports' },
    html('span', {}, 'Save as '),
    button('SVG', () => download(`${name}.svg`, svgText(drawing()), 'image/svg+xml')),
    button('PNG', async () => download(`${name}.png`, await pngBlob(drawing()))),
    csv === undefined ? null : button('CSV', () => download(`${name}.csv`, csv(), 'text/csv')),
  )
  return {
    element,
    enable: (enabled) => {
      for (const made of buttons) if (made.disabled === enabled) made.disabled = !enabled
    },
  }
}
