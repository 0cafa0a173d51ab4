import { expect, it } from 'vitest'
import { valuesAt } from './chart-readout.js'
import type { LineChart } from './chart-types.js'
import { brokenLines } from './export-image.js'
import { chartsPgfplots } from './pgfplots.js'
import { verticalScale, verticalTicks } from './vertical-scale.js'

const chart: LineChart = {
  title: 'Rates & more',
  xLabel: ['users K'],
  yLabel: ['R_c (nat/s/Hz)'],
  xDomain: [1, 3],
  xScale: 'linear',
  yScale: 'logarithmic',
  integerX: true,
  fromZero: true,
  lines: [
    {
      name: 'L = 1 · exact',
      colour: '#0072b2',
      dashes: [7, 4],
      width: 2,
      marked: true,
      points: [
        { x: 1, y: 2 },
        { x: 2, y: Number.NaN },
        { x: 3, y: 0.5 },
      ],
    },
  ],
  intervals: [{ name: 'simulated', colour: '#222222', points: [{ x: 1, y: 2, low: 1.5, high: 2.5 }] }],
  empty: '',
}

it('has every known point, interval and name as LaTeX, and what they are of', () => {
  const tex = chartsPgfplots([chart], ['K = 5', 'a link'])
  expect(tex.startsWith('% K = 5\n% a link\n\\documentclass')).toBe(true)
  expect(tex).toContain('title={Rates \\&{} more}')
  expect(tex).toContain('ymode=log')
  expect(tex).toContain('  (1, 2)\n  (3, 0.5)\n')
  expect(tex).toContain('  (1, 2) += (0, 0.5) -= (0, 0.5)')
  expect(tex).toContain('\\addlegendentry{L = 1 $\\cdot$ exact}')
  expect(tex.match(/\\begin\{/g)).toHaveLength(tex.match(/\\end\{/g)!.length)
})

it('reads values off where curves have them', () => {
  expect(valuesAt(chart, 3)).toEqual([{ name: 'L = 1 · exact', colour: '#0072b2', text: '0.5' }])
  expect(valuesAt(chart, 2)).toEqual([])
})

it('breaks captions at spaces, and what has none anywhere', () => {
  expect(brokenLines('one two three', 8)).toEqual(['one two', 'three'])
  expect(brokenLines('a'.repeat(20), 8)).toEqual(['aaaaaaaa', 'aaaaaaaa', 'aaaa'])
})

it('has a logarithmic axis over what is positive, with ticks in it', () => {
  const wide = { ...chart, lines: [{ ...chart.lines[0]!, points: [0, 1e-3, 1, 1e3].map((y, x) => ({ x, y })) }] }
  const scale = verticalScale(wide, [300, 0])
  const [low, high] = scale.domain
  expect(low).toBeGreaterThan(1e-4)
  expect(low).toBeLessThan(1e-3)
  expect(high).toBeGreaterThan(1e3)
  const ticks = verticalTicks(wide, scale)
  expect(ticks).toEqual(
    [1e-3, 1e-2, 0.1, 1, 10, 100, 1000]
      .filter((tick) => ticks.some((at) => Math.abs(at / tick - 1) < 1e-9))
      .map((tick) => expect.closeTo(tick, 12)),
  )
  expect(ticks.length).toBeGreaterThan(3)
})
