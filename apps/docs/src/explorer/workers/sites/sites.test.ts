import { defineNetwork } from '@isacnet/model'
import { blockSimulator, summarizeSites } from '@isacnet/simulation'
import { expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { siteRequest, sitesReport, siteValue } from './sites.js'

const request = {
  values: { ...initialExplorerState.values, baseStationDensity: 7, usersPerCell: 3 },
  clusters: 'bs-centric',
  seed: 4,
  file: 'sites.csv',
  hash: '',
  text: 'name,x,y\nA,0,0\nB,2000,0\nA again,0,0\nC,1000,1500\n,300,900\n',
} as const

it('has the sites of the file, once each, with the density that they have', () => {
  const { ground, definition } = siteRequest(request)
  expect(ground.cells.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'row 6'])
  expect(ground.area).toBeCloseTo(3, 9)
  expect(ground.serving).toBe(4)
  expect(ground.cells.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(3, 9)
  expect(ground.notices).toHaveLength(1)
  expect(definition.network.baseStationDensity).toBeCloseTo(4 / 3, 9)
  expect(definition.network.usersPerCell).toBe(3)
  expect(definition.seed).toBe(4)
})

it('reports what the package has', () => {
  const { definition } = siteRequest(request)
  const sums = blockSimulator(definition).simulate(0)
  const { sites, typical } = sitesReport(sums, definition)
  const [first] = summarizeSites(sums, definition)
  expect(sites[0]).toEqual(first)
  expect(typical.communication.mean).toBeGreaterThan(0)
  const { rate, ase, quantities } = first!.communication!
  const mean = (name: Parameters<typeof siteValue>[1]) => siteValue(first!, name, 'communication')!.mean
  expect(mean('rate')).toBe(rate.mean)
  expect(mean('ase')).toBe(ase.mean)
  expect(mean('coverage:0dB')).toBe(quantities['coverage:0dB']!.mean)
  expect(mean('area')).toBe(first!.area)
  expect(siteValue(first!, 'percentile-rate:5%', 'sensing')!.mean).toBe(
    first!.sensing!.quantities['percentile-rate:5%']!.mean,
  )
  expect(siteValue({ site: 0, area: 0, requests: rate }, 'rate', 'communication')).toBeNull()
  expect(siteValue({ site: 0, area: 0, requests: rate }, 'abandoned', 'communication')).toBeNull()
})

it('says what is wrong with a file, and what a browser doesn’t do', () => {
  expect(() => siteRequest({ ...request, text: 'a,b\n1,2\n' })).toThrow(/column/)
  const many = Array.from({ length: 3001 }, (_, i) => `${i},${(i * 7919) % 3001}`).join('\n')
  expect(() => siteRequest({ ...request, text: `x_km,y_km\n${many}\n` })).toThrow(/computed here up to 3000 sites/)
  expect(defineNetwork().baseStationDensity).toBe(1)
})
