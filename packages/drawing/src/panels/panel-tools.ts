import { ink } from '../style/colours.js'
import { fontFamily } from '../style/typeface.js'
import type { SvgDocument } from '../svg/svg-document.js'
import { fontSize } from './panel-layout.js'
import type { PanelStyle } from './panel-style.js'

/** The parts of a picture are made with these. */
export interface PanelTools {
  readonly Plot: typeof import('@observablehq/plot')
  readonly document: SvgDocument
  readonly style: PanelStyle
}

/** Options that the plots of a picture share, so that members look alike in all of them. */
export const sharedOptions = ({ document, style: { members, colour, symbol } }: PanelTools) => ({
  color: { domain: members, range: members.map(colour) },
  symbol: { domain: members, range: members.map(symbol) },
  document: document as never,
  style: { fontSize: `${fontSize}px`, fontFamily, color: ink, background: 'none' } as never,
})

/** The option for dashes of a line, if it has any. */
export const dashed = (dashes: string) => (dashes === '' ? {} : { strokeDasharray: dashes })
