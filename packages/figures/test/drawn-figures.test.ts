import { type FigureData, plainText, renderSvg, toPgfplots } from '@isacnet/drawing'
import { describe, expect, it } from 'vitest'
import { computeFigure } from '../src/compute/compute-figure.js'
import { figures } from '../src/figures/figures.js'

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

describe.each(figures.map(({ id }) => id))('%s', (id) => {
  let computed: Promise<FigureData> | undefined
  const figure = (): Promise<FigureData> => {
    computed ??= computeFigure(id)
    return computed
  }

  it('has labels that can be typeset', async () => {
    const { title, caption, x, y, series } = await figure()
    for (const label of [
      title,
      caption,
      x.label,
      y.label,
      ...series.flatMap(({ member, methodName }) => [member, methodName]),
    ])
      expect(plainText(label), label).not.toMatch(/[$\\{}]/)
  })

  it('fits its drawing', async () => {
    const { series } = await figure()
    const svg = await renderSvg(await figure())
    // DejaVu Sans is at most 0.62 em wide on average in such labels.
    const longest = Math.max(...series.flatMap(({ member, methodName }) => [member.length, methodName.length]))
    expect(820 - 236 + 18 + 54 + 0.62 * 13 * Math.min(longest, 22)).toBeLessThanOrEqual(820 + 20)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('has every coordinate in LaTeX that is balanced throughout', async () => {
    const tex = toPgfplots(await figure())
    expect(imbalance(tex)).toEqual([])
    for (const { points } of (await figure()).series)
      for (const { x, y } of points) expect(tex).toContain(`(${x}, ${y})`)
  })
})
