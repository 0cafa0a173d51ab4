import { describe, expect, it } from 'vitest'
import { smallFigure, smallFigureWithMarks } from '../../test/small-figure.js'
import { marksOf } from './figure-data.js'
import { renderSvg } from './render-svg.js'

const draw = (figure = smallFigure): Promise<string> => renderSvg(figure)

const attributes = (svg: string, name: string): number[] =>
  [...svg.matchAll(new RegExp(`\\b${name}="(-?[\\d.]+)"`, 'g'))].map(([, value]) => Number(value))

/** The `d` of paths with a stroke of one colour. */
const pathsStroked = (svg: string, colour: string): string[] =>
  [...svg.matchAll(/<path ([^>]*)>/g)].flatMap(([, text = '']) => {
    const d = /\bd="([^"]*)"/.exec(text)?.[1]
    return text.includes(`stroke="${colour}"`) && d !== undefined ? [d] : []
  })

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

  it('draws each mark with its interval where the axis says, with a white edge', async () => {
    const svg = await draw(smallFigureWithMarks)
    const marks = pathsStroked(svg, '#ffffff')
    // Four marks and the legend's sample.
    expect(marks).toHaveLength(5)
    const bars = marks.map((d) => /M([\d.]+),([\d.]+)L\1,([\d.]+)(?:M|$)/.exec(d)!.slice(1, 4).map(Number))
    const [first, second, third, fourth] = bars as [number[], number[], number[], number[]]
    expect(first[0]).toBeCloseTo(third[0]!, 3)
    expect(second[0]).toBeCloseTo(fourth[0]!, 3)
    const perUnit = (first[1]! - first[2]!) / 0.25
    for (const [, lower, upper] of bars.slice(0, 4)) expect(lower! - upper!).toBeCloseTo(0.25 * perUnit, 2)
    expect(first[1]! - second[1]!).toBeCloseTo((1.5 - 1.0625) * perUnit, 2)
    expect(third[1]! - fourth[1]!).toBeCloseTo((4.375 - 2) * perUnit, 2)
  })

  it('says what marks are in the legend, which tells them by their shape', async () => {
    const svg = await draw(smallFigureWithMarks)
    const legend = svg.slice(svg.indexOf('aria-label="legend"'))
    expect(pathsStroked(legend, '#ffffff')).toHaveLength(1)
    expect(legend.replace(/<[^>]*>/g, ' ').replace(/ +/g, ' ')).toContain('simulation, 95 % interval')
    expect((await draw()).replace(/<[^>]*>/g, '')).not.toContain('interval')
  })

  it('keeps an interval above all curves inside the frame', async () => {
    const [first] = marksOf(smallFigureWithMarks)
    const tall = { ...first!, points: first!.points.map((point) => ({ ...point, interval: [0, 20] as const })) }
    const svg = await draw({ ...smallFigure, series: [...smallFigure.series, tall] })
    const tops = pathsStroked(svg, '#ffffff').map((d) => Number(/M([\d.]+),[\d.]+L\1,([\d.]+)/.exec(d)![2]))
    expect(tops).toHaveLength(3)
    for (const top of tops) expect(top).toBeGreaterThanOrEqual(52)
  })
})
