import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { PanelChart, PanelPoint } from './panel-chart.js'
import { renderPanelChart } from './render-panel-chart.js'

const point = (changes: Partial<PanelPoint>): PanelPoint => {
  const y = changes.y ?? 1
  return {
    x: 1,
    y,
    lower: y,
    upper: y,
    panel: 'left (km)',
    member: 'α = 3',
    method: 'exact',
    simulated: false,
    ...changes,
  }
}

const chart: PanelChart = {
  title: 'Two & two',
  x: { label: 'users per cell, K', values: [1, 2, 3] },
  panels: ['left (km)', 'right (km)'],
  points: [
    ...[1, 2, 3].map((x) => point({ x, y: x })),
    ...[1, 2, 3].map((x) => point({ x, y: 2 * x, member: 'α = 4' })),
    ...[1, 2, 3].map((x) => point({ x, y: 2 * x + 1, member: 'α = 4', method: 'printed' })),
    point({ x: 2, y: 4, lower: 3, upper: 5, member: 'α = 4', method: 'channel', simulated: true }),
    point({ x: 3, y: 8, panel: 'right (km)' }),
  ],
  confidence: 0.99,
}

/** The part of a parsed picture that is looked at. */
interface Part {
  readonly parentNode: unknown
  readonly textContent: string
  getAttribute(name: string): string | null
  querySelector(selector: string): Part | null
  querySelectorAll(selector: string): Iterable<Part> & { readonly length: number }
}

const picture = async (drawn: PanelChart): Promise<Part> =>
  parseHTML(await renderPanelChart(drawn)).document.querySelector('svg')!

/** The panels and the legend. */
const parts = async (drawn: PanelChart): Promise<Part[]> => [...(await picture(drawn)).querySelectorAll('svg')]

const attribute = (element: Part | null, name: string): number => Number(element!.getAttribute(name))

describe('a chart of panels', () => {
  it('is the same text every time, and stands alone', async () => {
    const svg = await renderPanelChart(chart)
    expect(await renderPanelChart(chart)).toBe(svg)
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).not.toContain('<style')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(svg.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&')
  })

  it('has a panel for each label, beside each other, and a legend below', async () => {
    const svg = await picture(chart)
    expect(attribute(svg, 'width')).toBe(2 * 470 + 20)
    expect((await parts(chart)).map((part) => [attribute(part, 'x'), attribute(part, 'y')])).toEqual([
      [0, 40],
      [490, 40],
      [0, 400],
    ])
    const texts = [...svg.querySelectorAll('text')]
      .filter(({ parentNode }) => parentNode === svg)
      .map(({ textContent }) => textContent)
    expect(texts).toEqual(['Two & two', 'left (km)', 'users per cell, K', 'right (km)', 'users per cell, K'])
    expect(attribute(await picture({ ...chart, panels: ['left (km)'] }), 'width')).toBe(470)
  })

  it('tells members by colour and methods by dashes, and says so', async () => {
    const [left, right, legend] = (await parts(chart)) as [Part, Part, Part]
    const lines = (part: Part): Part[] => [...part.querySelectorAll('g[aria-label="line"] path')]
    expect(lines(left).map((line) => line.getAttribute('stroke'))).toEqual(['#0072b2', '#d55e00', '#d55e00'])
    expect(left.querySelectorAll('g[aria-label="line"][stroke-dasharray="7 4"] path')).toHaveLength(1)
    expect(lines(right).map((line) => line.getAttribute('stroke'))).toEqual(['#0072b2'])
    expect([...legend.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
      'α = 3',
      'α = 4',
      'exact',
      'printed',
      'channel, with its 99 % confidence interval',
    ])
  })

  it('has each simulated value in the middle of its interval, where the axis says', async () => {
    const [left] = await parts(chart)
    const rule = left!.querySelector('g[aria-label="rule"] line')
    const [lower, upper] = [attribute(rule, 'y1'), attribute(rule, 'y2')]
    const place = (label: string): number[] =>
      [...left!.querySelectorAll(`${label} path`)].map((dot) =>
        Number(/,([\d.]+)\)/.exec(dot.getAttribute('transform')!)![1]),
      )
    const [y] = place('g[aria-label="dot"][fill="#ffffff"]')
    expect((lower + upper) / 2).toBeCloseTo(y!, 2)
    // The interval from 3 to 5 is as long as the way from 1 to 3 of the first curve.
    const [first, , third] = place('g[aria-label="dot"]:not([fill])')
    expect(lower - upper).toBeCloseTo(first! - third!, 2)
  })

  it('has a logarithmic axis for values in equal ratios over a decade, else a linear one', async () => {
    const share = async (values: readonly [number, number, number]): Promise<number> => {
      const points = values.map((x) => point({ x }))
      const [left] = await parts({ ...chart, x: { label: '', values }, points })
      const path = left!.querySelector('g[aria-label="line"] path')!.getAttribute('d')!
      const [a, b, c] = path
        .slice(1)
        .split('L')
        .map((pair) => Number(pair.split(',')[0])) as [number, number, number]
      return (b - a) / (c - a)
    }
    expect(await share([1, 10, 100])).toBeCloseTo(1 / 2, 4)
    expect(await share([1, 2, 4])).toBeCloseTo(1 / 3, 4)
    expect(await share([0, 10, 100])).toBeCloseTo(1 / 10, 4)
  })

  it('draws without any value', async () => {
    expect(await renderPanelChart({ ...chart, points: [] })).not.toMatch(/NaN|undefined|Infinity/)
  })
})
