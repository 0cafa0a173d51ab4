import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const require = createRequire(import.meta.url)

/** The fonts that the figures name, from a package, so that every machine draws the same pixels. */
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSans-Oblique.ttf'].map((name) =>
  join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf', name),
)

/** An SVG document as a PNG at twice its size. */
export const renderPng = (svg: string): Uint8Array =>
  new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' },
  })
    .render()
    .asPng()
