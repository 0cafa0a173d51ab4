import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { computeFigure } from './compute-figure.js'
import { figures } from './figures.js'
import { renderSvg } from './render-svg.js'
import { smallFigure } from './small-figure.js'

const draw = (figure = smallFigure): Promise<string> => renderSvg(figure, parseHTML('<html></html>').document)

const attributes = (svg: string, name: string): number[] =>
  [...svg.matchAll(new RegExp(`\\b${name}="(-?[\\d.]+)"`, 'g'))].map(([, value]) => Number(value))

/** The group that Plot or we labelled so. */
const group = (svg: string, label: string): string => {
  const start = svg.indexOf(`aria-label="${label}"`)
  return svg.slice(start, svg.indexOf('</g>', start))
}

describe('a drawn figure', () => {
  it('is the same text every time', async () => {
    expect(await draw()).toBe(await draw())
  })

  it('stands alone: namespace, size, white ground, no style sheet, no random name', async () => {
    const svg = await draw()
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toMatch(/^<svg [^>]*width="820"/)
    expect(svg).toContain('fill="#ffffff"')
    expect(svg).not.toContain('<style')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('escapes what XML reserves', async () => {
    const svg = await draw()
    expect(svg).toContain('A small figure &amp; its title')
    expect(svg).toContain('&lt;')
    expect(svg.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&')
  })

  it('labels both axes with their units and typesets the symbols', async () => {
    const svg = await draw()
    const text = group(svg, 'labels').replace(/<[^>]*>/g, '')
    expect(text).toContain('users per cell K')
    expect(text).toContain('communication ASE Tc (nat/s/Hz/km²)')
  })

  it('puts the legend right of the frame, where it covers nothing', async () => {
    const svg = await draw()
    const frameRight = 820 - 236
    for (const x of attributes(group(svg, 'legend'), 'x1')) expect(x).toBeGreaterThan(frameRight)
    for (const x of attributes(group(svg, 'legend'), 'x')) expect(x).toBeGreaterThan(frameRight)
  })

  it('tells members by colour and marker and methods by dashes, so that grey is enough', async () => {
    const legend = group(await draw(), 'legend')
    const shapes = [...legend.matchAll(/\bd="([^"]+)"/g)].map(([, path]) => path)
    // Two members, then two methods: the first method's sample has the first member's marker.
    expect(shapes).toHaveLength(4)
    expect(new Set(shapes).size).toBe(3)
    expect(legend.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(new Set(legend.match(/#(?:0072b2|d55e00)/g))).toEqual(new Set(['#0072b2', '#d55e00']))
  })

  it('rings the maxima and says where they are', async () => {
    const rings = group(await draw(), 'maxima')
    expect(rings.match(/<circle/g)).toHaveLength(2)
    expect(rings.replace(/<[^>]*>/g, ' ').match(/\d+/g)).toEqual(['2', '3'])
  })

  it.each(figures.map(({ id }) => id))('fits %s', async (id) => {
    const figure = await computeFigure(id)
    const svg = await draw(figure)
    // DejaVu Sans is at most 0.62 em wide on average in such labels.
    const longest = Math.max(...figure.series.flatMap(({ member, methodName }) => [member.length, methodName.length]))
    expect(820 - 236 + 18 + 54 + 0.62 * 13 * Math.min(longest, 22)).toBeLessThanOrEqual(820 + 20)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })
})
