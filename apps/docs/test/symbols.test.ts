import { expect, it } from 'vitest'
import { explainSymbols } from '../scripts/symbols/explain-symbols.js'
import { symbolsOf } from '../scripts/symbols/formula-symbols.js'
import { shareGlyphs } from '../scripts/symbols/share-glyphs.js'
import { meaningsOf, meaningText, useSymbols } from '../scripts/symbols/symbol-table.js'
import { symbolRows } from '../scripts/symbols/write-symbols.js'

useSymbols(symbolRows)

it('finds the symbols of a formula, with subscripts', () => {
  expect(symbolsOf('T_{\\mathrm{sum}}=T_c+\\lambda_bK\\min(J_{\\mathrm{max}}, \\Delta T)')).toEqual([
    'T_sum',
    'T_c',
    '\\lambda_b',
    'K',
    '\\min',
    'J_max',
    '\\DeltaT',
  ])
})

it('says what parameters and quantities are, with their units', () => {
  const said = meaningsOf('M_t=20, \\lambda_b, R_c, T_{\\mathrm{sum}}, \\eta, N_0, \\lvert\\xi\\rvert^2, D').map(
    meaningText,
  )
  expect(said).toEqual([
    'M_t: transmit antennas per base station',
    'λ_b: density of base stations, per km²',
    'R_c: average rate of a user, nat/s/Hz',
    'T_sum: area spectral efficiency of both services together, nat/s/Hz/km²',
    'N₀: noise power, referred to a path loss of 1 at 1 km (0: no noise), W',
    '|ξ|²: mean-square reflection coefficient of a target',
    'D: diversity order, M_t − K·L − J·(Q−1) + 1',
  ])
})

it('stops the keyboard once for each symbol of a page', () => {
  const markdown = { renderer: { rules: { math_inline: () => '<svg/>', math_block: () => '<svg/>' } } }
  explainSymbols(markdown as never)
  const env = {}
  const render = (content: string): string =>
    (markdown.renderer.rules.math_inline as (...args: unknown[]) => string)(
      [{ type: 'math_inline', content }],
      0,
      {},
      env,
      {},
    )
  expect(render('K')).toContain('<span class="explained" tabindex="0" data-meaning="K: users served')
  expect(render('K')).not.toContain('tabindex')
  expect(render('K=L')).toContain('tabindex')
  expect(render('\\eta')).toBe('<svg/>')
})

it('says how deep a formula reaches on its element, and nothing on its drawing', () => {
  const formula =
    '<mjx-container class="MathJax" jax="SVG" style="direction: ltr; position: relative;"><svg style="overflow: visible; vertical-align: -0.357ex;" width="1ex"></svg></mjx-container>'
  expect(shareGlyphs(formula, {})).toBe(
    '<mjx-container class="MathJax" style="vertical-align: -0.357ex"><svg width="1ex"></svg></mjx-container>',
  )
  expect(shareGlyphs(formula.replace('class', 'tabindex="0" display="true" class'), {})).toBe(
    '<mjx-container tabindex="0" class="MathJax block"><svg width="1ex"></svg></mjx-container>',
  )
})

it('draws a glyph of a page once', () => {
  const page = {}
  const formula = '<g data-mml-node="mi"><path data-c="1D440" d="M0 1Z" style="stroke-width: 3;"/></g>'
  expect(shareGlyphs(formula, page)).toBe('<g><path id="glyph-1" d="M0 1Z"></path></g>')
  expect(shareGlyphs(formula, page)).toBe('<g><use href="#glyph-1"></use></g>')
  expect(shareGlyphs(formula, {})).toContain('<path')

  // The 0 of 20 stands beside the 2, here and wherever it is used.
  const moved = '<path data-c="30" d="M9 9Z" transform="translate(500,0)" style="stroke-width: 3;"/>'
  expect(shareGlyphs(moved, page)).toBe('<g transform="translate(500,0)"><path id="glyph-2" d="M9 9Z"></path></g>')
  expect(shareGlyphs(moved, page)).toBe('<use href="#glyph-2" transform="translate(500,0)"></use>')
})
