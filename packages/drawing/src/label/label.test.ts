import { describe, expect, it } from 'vitest'
import { labelRuns, plainText } from './label.js'

describe('a label', () => {
  it.each([
    ['users per cell $K$', 'users per cell K'],
    ['$T_{\\mathrm{sum}}$, $M_t=20$', 'T_sum, M_t = 20'],
    ['$\\alpha=4$ and $\\Delta T$', 'α = 4 and ΔT'],
    ['$J=\\min(10,\\lfloor(M_t-1)/(Q-1)\\rfloor)$', 'J = min(10, ⌊(M_t − 1)/(Q − 1)⌋)'],
    ['$KL\\le M_t$', 'KL ≤ M_t'],
    ['$P(\\mathrm{SIR}>\\theta)$', 'P(SIR > θ)'],
    ['$J_{\\max}$, $x^2$', 'J_max, x^2'],
  ])('%s reads %s in plain text', (label, plain) => {
    expect(plainText(label)).toBe(plain)
  })

  it('sets variables in italics and subscripts upright below the line', () => {
    expect(labelRuns('$M_t$ (1)')).toEqual([
      { text: 'M', italic: true, level: 'base' },
      { text: 't', italic: false, level: 'subscript' },
      { text: ' (1)', italic: false, level: 'base' },
    ])
  })

  it('refuses what it can’t typeset', () => {
    expect(() => plainText('$\\frac{1}{2}$')).toThrow('labels know no \\frac')
    // LaTeX itself has no \gt: MathJax has.
    expect(() => plainText('$a\\gt b$')).toThrow('labels know no \\gt')
    expect(() => plainText('$x_{a$')).toThrow('unbalanced braces')
  })
})
