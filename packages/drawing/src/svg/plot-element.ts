import type { Markish } from '@observablehq/plot'
import type { SvgNode } from './svg-document.js'

/** The element that Observable Plot makes, as far as it is used here. */
export interface PlotElement extends SvgNode {
  prepend(...children: SvgNode[]): void
  querySelector(selector: string): { remove(): void } | null
}

/** The scales that Plot gives to a mark that draws itself: from values to pixels. */
export interface Scales {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/** A mark of Plot's that draws itself. */
export const customMark = (draw: (scales: Scales) => SvgNode): Markish =>
  ((_index: unknown, scales: unknown) => draw(scales as Scales)) as unknown as Markish
