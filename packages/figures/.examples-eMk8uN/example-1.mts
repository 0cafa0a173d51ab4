import { computeFigure, figures, renderSvg, toCsv } from '@isacnet/figures'
import { parseHTML } from 'linkedom'

console.log(figures.map(({ id }) => id).join(' ')) // → fig4 fig5 fig6 fig7 fig8

const figure = await computeFigure('fig5', { unit: 'bits' })
const [curve] = figure.series
console.log(curve?.name, curve?.unit) // → T_c, M_t = 10: exact bit/s/Hz/km²
console.log(curve?.points[0]?.y.toFixed(6)) // → 5.066816
console.log(toCsv(figure).split('\r\n').length - 2, 'points') // → 120 points

// In a browser: renderSvg(figure, document).
const svg = await renderSvg(figure, parseHTML('<html></html>').document)
console.log(svg.slice(0, 4)) // → <svg
