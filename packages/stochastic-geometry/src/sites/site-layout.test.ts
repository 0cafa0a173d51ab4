import { InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { boundingRegion } from '../regions/bounding-region.js'
import { readRegion } from './read-region.js'
import { readSites } from './read-sites.js'
import { type SiteLayout, siteCells, siteLayout } from './site-layout.js'

const sites = readSites('x,y\n0,0\n4000,0\n0,2000\n4000,2000\n2000,1000\n')

it('looks at the bounding box of the sites unless a region is given', () => {
  const layout = siteLayout(sites)
  const { region, cells, serving, density } = siteCells(layout)
  expect(region.area).toBeCloseTo(boundingRegion(sites).area, 12)
  // The middle's cell is cut by four bisectors; all together are the region.
  expect(cells.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(8, 12)
  expect(cells.slice(0, 4).map(({ area }) => area.toFixed(9))).toEqual(new Array(4).fill(cells[0]!.area.toFixed(9)))
  expect(Array.from(serving)).toEqual([0, 1, 2, 3, 4])
  expect(density).toBeCloseTo(5 / 8, 12)
})

it('keeps sites that serve nobody, and counts them out of the density', () => {
  const region = readRegion('-500,-500,2100,2500', sites)
  const { stations, serving, density } = siteCells(siteLayout(sites, { region }))
  expect(stations.x).toHaveLength(5)
  expect(Array.from(serving)).toEqual([0, 2, 4])
  expect(density).toBeCloseTo(3 / (2.6 * 3), 9)
})

it('keeps the guard away from the border', () => {
  const { region, density } = siteCells(siteLayout(sites, { guard: 0.5 }))
  expect(region.area).toBeCloseTo(3 * 1, 9)
  expect(density).toBeCloseTo(5 / 3, 9)
})

it('is plain data that JSON carries, and is looked at once', () => {
  const layout = siteLayout(sites, { guard: 0.25 })
  const again = JSON.parse(JSON.stringify(layout)) as SiteLayout
  expect(again).toEqual(layout)
  expect(siteCells(again).cells).toEqual(siteCells(layout).cells)
  expect(siteCells(layout)).toBe(siteCells(layout))
})

it('refuses what is no layout, in one line', () => {
  const layout = siteLayout(sites)
  expect(() => siteLayout(sites, { gard: 1 } as never)).toThrow(UnknownNameError)
  expect(() => siteLayout(sites, { guard: -1 })).toThrow('guard must be a finite distance ≥ 0 km, got -1')
  expect(() => siteLayout(sites, { guard: 1 })).toThrow(InvalidParameterError)
  expect(() => siteLayout({ x: Float64Array.of(1, 2), y: Float64Array.of(3, 3) })).toThrow(/unless a region is given/)
  expect(() => siteLayout({ x: Float64Array.of(0, 0, 2), y: Float64Array.of(0, 0, 1) })).toThrow(
    'sites must be at places that all differ, as distinctSites makes them, got 3 at 2 places',
  )
  expect(() => siteCells({ ...layout, x: [], y: [] })).toThrow('sites must be at least one site, got 0')
  expect(() => siteCells({ ...layout, y: [1] })).toThrow('sites.y must be as many as of x, 5, got 1')
  expect(() => siteCells({ ...layout, x: ['1'] as never })).toThrow(/^x must be a list of numbers/)
  expect(() => siteCells({ ...layout, region: [1] as never })).toThrow(/^region must be a list of polygons/)
  expect(() => siteCells({ ...layout, region: [[{ x: [0, 1, 1] }]] as never })).toThrow(/^y must be/)
  expect(() => siteCells({ ...layout, region: [[{ x: [0, 1], y: [0, 1] }]] })).toThrow(InvalidParameterError)
})
