import { areaOutline, nearestIndex, polygonRegion, regionCells } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { renderSiteMap } from './render-site-map.js'
import type { SiteMap } from './site-map.js'

const ring = (...corners: (readonly [number, number])[]) => ({
  x: Float64Array.from(corners, ([x]) => x),
  y: Float64Array.from(corners, ([, y]) => y),
})

const places = [
  [1, 1],
  [7, 1],
  [4, 3],
  [40, 40],
] as const
const box = [
  [0, 0],
  [8, 0],
  [8, 4],
  [0, 4],
] as const
const hole = [
  [3, 0.5],
  [3, 1.5],
  [5, 1.5],
  [5, 0.5],
] as const
const region = polygonRegion([[ring(...box), ring(...hole)]])
const cells = regionCells(nearestIndex(ring(...places)), region)

const map: SiteMap = {
  title: 'town.csv: rate, per user',
  subtitle: '3 sites serve 30 km²; $K=5$',
  quantity: { label: 'rate', unit: 'nat/s/Hz' },
  cells: places.map(([x, y], b) => ({
    name: `<${'ABCD'[b]}>`,
    site: { x, y },
    polygons: areaOutline(cells[b]!),
    value: [2.5, 4, null, null][b]!,
  })),
  region: areaOutline(region),
}

it('has a cell for each site that serves, scales, and names that are escaped', async () => {
  const svg = await renderSiteMap(map)
  // Three cells, and the border of the region, which has a hole.
  expect(svg.match(/<path [^>]*fill-rule="evenodd"/g)).toHaveLength(3)
  expect(svg.match(/<circle/g)).toHaveLength(3)
  expect(svg).toContain('&lt;A&gt;')
  expect(svg).not.toContain('&lt;D&gt;')
  expect(svg).toContain('no value')
  expect(svg).toContain('rate (nat/s/Hz)')
  expect(svg).toMatch(/<desc>.*4 sites; rate from 2.5 to 4 nat\/s\/Hz\.<\/desc>/)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  expect(await renderSiteMap(map)).toBe(svg)
})

it('has north up, and lengths as the scale says', async () => {
  const svg = await renderSiteMap({ ...map, cells: map.cells.map((cell) => ({ ...cell, value: 1 })) })
  const [low, high] = [1, 3].map((_, i) =>
    Number(svg.match(/<circle [^>]*cy="([\d.]+)"/g)![2 * i]!.match(/cy="([\d.]+)"/)![1]),
  )
  // The sites at y = 1 and 3 are 2 km apart; 8 km are 760 pixels wide.
  expect(low! - high!).toBeCloseTo(2 * 95, 0)
  const [, begin, end] = /M([\d.]+),[\d.]+V[\d.]+H([\d.]+)V/.exec(svg)!
  expect(svg).toContain('>1 km<')
  expect(Number(end) - Number(begin)).toBeCloseTo(95, 0)
  expect(svg).not.toContain('no value')
})

it('draws thousands of cells in little', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => [(i * 0.618034) % 1, i / 2000] as const)
  const square = polygonRegion([[ring([0, 0], [1, 0], [1, 1], [0, 1])]])
  const parts = regionCells(nearestIndex(ring(...many)), square)
  const svg = await renderSiteMap({
    ...map,
    cells: many.map(([x, y], b) => ({ name: `${b}`, site: { x, y }, polygons: areaOutline(parts[b]!), value: b })),
    region: areaOutline(square),
  })
  expect(svg.length).toBeLessThan(1e6)
  expect(svg.match(/fill-rule/g)).toHaveLength(2000)
  // The scale of lengths is in metres.
  expect(svg).toContain('>200 m<')
})
