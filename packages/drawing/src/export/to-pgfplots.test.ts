import { expect, it } from 'vitest'
import { smallFigure, smallFigureWithMarks } from '../../test/small-figure.js'
import { toPgfplots } from './to-pgfplots.js'

/** Positions of unbalanced braces, brackets and environments, comments aside. */
const imbalance = (tex: string): string[] => {
  const code = tex.replace(/(?<!\\)%.*$/gm, '')
  const open: string[] = []
  const faults: string[] = []
  for (const [token, environment, name] of code.matchAll(/\\(begin|end)\{(\w+)\}|(?<!\\)[{}[\]$]/g)) {
    if (environment === 'begin') open.push(`\\end{${name}}`)
    else if (token === '{') open.push('}')
    else if (token === '[') open.push(']')
    else if (token === '$' && open.at(-1) !== '$') open.push('$')
    else if (open.pop() !== token) faults.push(token)
  }
  return [...faults, ...open]
}

it('is a document that is balanced throughout', () => {
  const tex = toPgfplots(smallFigure)
  expect(imbalance(tex)).toEqual([])
  expect(tex).toContain('\\documentclass[border=4pt]{standalone}')
  expect(tex.match(/\\addplot/g)).toHaveLength(4 + 2)
  expect(tex.match(/\\addlegendentry/g)).toHaveLength(4 + 1)
})

it('writes labels as mathematics and escapes the rest', () => {
  const tex = toPgfplots(smallFigure)
  expect(tex).toContain('xlabel={users per cell $K$}')
  expect(tex).toContain('ylabel={communication ASE $T_c$ (nat/s/Hz/km\\textsuperscript{2})}')
  expect(tex).toContain('% Made-up values of $T_c$ for $\\alpha=4$, 50 \\% of them')
})

it('has every coordinate of the figure', () => {
  const tex = toPgfplots(smallFigure)
  for (const { points } of smallFigure.series) for (const { x, y } of points) expect(tex).toContain(`(${x}, ${y})`)
})

it('draws marks with error bars, and says in the legend what they are', () => {
  const tex = toPgfplots(smallFigureWithMarks)
  expect(imbalance(tex)).toEqual([])
  expect(tex).toContain('  (1, 1.0625) +- (0, 0.125)\n  (3, 1.5) +- (0, 0.125)\n};')
  expect(tex.match(/error bars\/\.cd, y dir=both, y explicit\] coordinates/g)).toHaveLength(2)
  expect(tex.match(/\\addlegendentry\{simulation, 95 \\% interval\}/g)).toHaveLength(1)
})
