import { siteCells } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { ScenarioError } from '../source/scenario-error.js'
import { resolveScenario } from './resolve-scenario.js'

const files: Readonly<Record<string, string>> = {
  'sites.csv': 'x,y\n0,0\n2000,500\n1000,2000\n2500,2500\n',
  'named.csv': 'Ort;Breite;Länge\nA;47,5;8,0\nB;47,52;8,03\nC;47,49;8,02\n',
  'half.geojson': '{"type":"Polygon","coordinates":[[[0,0],[1500,0],[1500,2500],[0,2500],[0,0]]]}',
  'none.csv': 'x,y\n',
}

const readFile = (name: string): string => {
  const text = files[name]
  if (text === undefined) throw new Error(`no ${name}`)
  return text
}

const resolved = (text: string) => resolveScenario(text, { readFile })

it('gives simulations the sites, and all points their density', async () => {
  const study = await resolved(
    'sites: { file: sites.csv, guard: 250 m }\nsweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }, { simulation: { fidelity: channel, trials: 1000 } }]',
  )
  for (const { network, computations } of study.points) {
    const simulation = computations.find(({ kind }) => kind === 'simulation')!
    if (simulation.kind !== 'simulation') throw new Error('no simulation')
    const { density, region } = siteCells(simulation.sites!)
    expect(simulation.sites!.guard).toBe(0.25)
    expect(region.area).toBeCloseTo(2 * 2, 9)
    expect(network.baseStationDensity).toBe(density)
    expect(computations.find(({ kind }) => kind === 'theorem')).not.toHaveProperty('sites')
  }
})

it('takes a region from a file or as a box, and columns by their names', async () => {
  const areaOf = async (text: string): Promise<number> => {
    const { points } = await resolved(`${text}\ncompute: [{ simulation: { trials: 1000 } }]`)
    const [simulation] = points[0]!.computations
    return siteCells((simulation as { sites: Parameters<typeof siteCells>[0] }).sites).region.area
  }
  expect(await areaOf('sites: { file: sites.csv, region: half.geojson }')).toBeCloseTo(1.5 * 2.5, 9)
  expect(await areaOf('sites: { file: sites.csv, region: [0, 0, 1000, 1000] }')).toBeCloseTo(1, 9)
  expect(await areaOf('sites: { file: named.csv, columns: { lat: Breite, lon: Länge } }')).toBeGreaterThan(5)
})

it.each([
  ['sites: { guard: 1 }', /^scenario:1:\d+: sites must name a file/],
  ['sites: { file: none.csv }', /‘none.csv’ must have at least one site/],
  ['sites: { file: sites.csv, columns: { lat: a, lon: b } }', /unknown column of sites ‘a’/],
  ['sites: { file: sites.csv, region: [0, 1] }', /the region must be GeoJSON, or xmin,ymin,xmax,ymax/],
  ['sites: { file: sites.csv, guard: 9 km }', /guard must be so short/],
  ['sites: { file: sites.csv, guard: x }', /guard/],
  ['sites: { file: sites.csv }\nnetwork: { lambda: 2 }', /must be left out with sites, whose density is 0\.64 per km²/],
  ['sites: { file: sites.csv }\nsweep: [{ vary: lambda, values: [1, 2] }]', /swept/],
  [
    'sites: { file: sites.csv }\ncompute: [{ simulation: { deployment: hexagonal } }]',
    /deployment must be sites, if sites are given/,
  ],
])('refuses %j where it stands', async (text, message) => {
  const error: unknown = await resolved(text).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ScenarioError)
  expect((error as Error).message).toMatch(message)
})

it('reads no files where none can be read', async () => {
  await expect(resolveScenario('sites: { file: sites.csv }')).rejects.toThrow(
    /sites must be left out: files can’t be read here/,
  )
  await expect(resolved('sites: { file: other.csv }')).rejects.toThrow('no other.csv')
})
