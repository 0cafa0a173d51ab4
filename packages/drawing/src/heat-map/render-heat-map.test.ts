import { expect, it } from 'vitest'
import type { HeatMap } from './heat-map.js'
import { renderHeatMap } from './render-heat-map.js'

const map: HeatMap = {
  id: 'small',
  title: 'Small: $K=1$',
  quantity: 'off by (%)',
  x: { label: '$K$', values: [1, 2] },
  y: { label: '$L$', values: [1, 2, 3] },
  rows: [
    [0, 1.26],
    [-12.4, null],
    [3, -0.01],
  ],
}

it('has a cell with its value for each point, none where there is nothing, and is the same every time', async () => {
  const svg = await renderHeatMap(map)
  for (const value of ['>0<', '>+1.3<', '>−12<', '>+3.0<']) expect(svg).toContain(value)
  expect(svg.match(/stroke-width="0.6"/g)).toHaveLength(5)
  expect(await renderHeatMap(map)).toBe(svg)
  expect(svg).not.toMatch(/NaN|undefined/)
})

it('is white at 0, blue below and vermillion above, to the same extent', async () => {
  const cells = (await renderHeatMap(map)).match(/<rect [^>]*stroke-width="0.6"[^>]*>/g)!
  const fills = cells.map((cell) => /fill="(#[0-9a-f]{6})"/.exec(cell)![1])
  expect(fills[0]).toBe('#ffffff')
  expect(fills[2]).toBe('#0072b2')
  const [red, , blue] = [fills[1]!.slice(1, 3), fills[1]!.slice(3, 5), fills[1]!.slice(5)].map((hex) =>
    Number.parseInt(hex, 16),
  )
  expect(red).toBeGreaterThan(blue!)
})

it('draws a map of zeros', async () => {
  expect(
    await renderHeatMap({
      ...map,
      rows: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    }),
  ).not.toMatch(/NaN/)
})
