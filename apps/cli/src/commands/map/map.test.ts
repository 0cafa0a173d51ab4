import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'
import { givenSites, showSiteNotices } from '../../flags/site-flags.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-map-'))
  const register = [
    'sep=;',
    'Standort;Breite;Länge',
    'Rathaus;48,137;11,575',
    'Bahnhof;48,140;11,560',
    'Rathaus (2);48,137;11,575',
    'defekt;#N/A;11,5',
    'Park;48,152;11,592',
    'Fluss;48,128;11,588',
    'Vorort;48,300;11,900',
  ]
  await writeFile(join(directory, 'register.csv'), `\ufeff${register.join('\r\n')}\r\n`)
  await writeFile(join(directory, 'metres.csv'), 'x,y\n0,0\n1500,200\n900,1700\n')
})
afterAll(() => rm(directory, { recursive: true }))

const at = (words: string): string[] => words.replaceAll('@', directory).split(' ')

describe('isacnet map', { timeout: 60_000 }, () => {
  it('draws a register, and has a table of its sites', async () => {
    const { stdout, stderr, exitCode } = await capture(
      at(
        'map --sites @/register.csv --region 11.54,48.12,11.60,48.16 --set K=2 --set L=2 --relative-error 5% --threads 1 --out @/a.svg --out @/a.csv --out @/a.geojson',
      ),
    )
    expect(exitCode).toBe(0)
    // What was left out, and what stands at one place, is said.
    expect(stderr).toMatch(/register\.csv: .*#N\/A/)
    expect(stdout).toMatch(/register\.csv: 6 sites, of which 4 serve/)
    for (const name of ['Rathaus', 'Bahnhof', 'Park', 'Fluss'])
      expect(stdout).toMatch(new RegExp(`^${name} .* ± `, 'm'))
    expect(stdout).toContain('1 at the place of an earlier one, with which they are one.')
    expect(stdout).toContain('1 serve nobody there, and interfere.')
    const svg = await readFile(join(directory, 'a.svg'), 'utf8')
    expect(svg.match(/<path [^>]*fill-rule/g)).toHaveLength(4)
    const lines = (await readFile(join(directory, 'a.csv'), 'utf8')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(7)
    expect(lines[0]).toMatch(/^row,name,first,second,same_as_row,area_km2,requests,requests_standard_error,/)
    expect(lines[1]).toMatch(/^3,Rathaus,11\.575,48\.137,,/)
    expect(lines[3]).toMatch(/^5,Rathaus \(2\),11\.575,48\.137,3,0,,/)
    const { features } = JSON.parse(await readFile(join(directory, 'a.geojson'), 'utf8'))
    expect(features.map(({ geometry }: { geometry: { type: string } }) => geometry.type)).toEqual([
      'Polygon',
      'Polygon',
      'Point',
      'Polygon',
      'Polygon',
      'Point',
    ])
    const [rate, error] = ['communication_rate', 'communication_rate_standard_error'].map(
      (name) => features[0].properties[name],
    )
    expect(1.96 * error).toBeLessThan(0.05 * rate)
  })

  it('has what simulate has for the same seed, in the order of the file', async () => {
    const flags = '--sites @/metres.csv --trials 5000 --set K=2 --seed 4 --threads 1 --json'
    const [map, simulated] = await Promise.all(
      [`map ${flags} --out @/b.svg`, `simulate ${flags}`].map(async (words) =>
        JSON.parse((await capture(at(words))).stdout),
      ),
    )
    expect(map.sites).toEqual(simulated.sites)
    expect(map.communication).toEqual(simulated.communication)
    expect(map.sites.map(({ coordinates }: { coordinates: number[] }) => coordinates)).toEqual([
      [0, 0],
      [1500, 200],
      [900, 1700],
    ])
    expect(map.siteFile).toMatchObject({ file: 'metres.csv', unit: 'metres', serving: 3, guard: 0 })
    expect(map.siteFile.area).toBeCloseTo(1.5 * 1.7, 9)
    const [site] = map.sites
    expect(site.communication.ase.mean).toBeCloseTo((2 * site.communication.rate.mean) / site.area, 9)
  })

  it('goes on with a saved simulation of sites without their file', async () => {
    const whole = JSON.parse(
      (await capture(at('simulate --sites @/metres.csv --trials 9000 --threads 1 --json'))).stdout,
    )
    await capture(at('simulate --sites @/metres.csv --trials 4000 --threads 1 --out @/run.json'))
    const { stdout } = await capture(at('simulate --resume @/run.json --trials 9000 --threads 1 --json'))
    const resumed = JSON.parse(stdout)
    expect(resumed.sites).toEqual(whole.sites)
    expect(resumed.communication).toEqual(whole.communication)
    const other = await capture(at('simulate --resume @/run.json --sites @/register.csv --trials 9000'))
    expect(other.exitCode).toBe(2)
    expect(other.stderr).toMatch(/baseStationDensity|sites must be/)
  })

  it('says how long many sites take', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => `${(i * 7919) % 100_003},${(i * 104_729) % 99_991}`)
    await writeFile(join(directory, 'many.csv'), `x,y\n${rows.join('\n')}\n`)
    const said: string[] = []
    const say = (line: string): void => void said.push(line)
    showSiteNotices(givenSites({ sites: join(directory, 'many.csv') }), { say })
    expect(said).toEqual([expect.stringMatching(/^many\.csv: 6,000 sites take about 0\.2 hours of one core/)])
  })

  it.each([
    ['map', /^isacnet: --sites must name a file of sites, CSV or GeoJSON\n$/],
    ['map --sites @/none.csv', /--sites must be a file that can be read, got ‘.*none\.csv’: there is no such file\n$/],
    [
      'map --sites @/metres.csv --quantity speed',
      /unknown quantity of a map ‘speed’: permitted: area, requests, .*rate, ase/,
    ],
    ['map --sites @/metres.csv --quantity detection', /unknown quantity of a map ‘detection’/],
    ['map --sites @/metres.csv --service users', /unknown service ‘users’/],
    ['map --sites @/metres.csv --set lambda=2', /baseStationDensity \(λ_b\) must be left out with --sites/],
    ['map --sites @/metres.csv --region 1,2,3', /must be GeoJSON, or xmin,ymin,xmax,ymax/],
    ['map --sites @/metres.csv --columns lat=a', /columns must be lat and lon, or x and y, or neither, got lat/],
    ['map --sites @/metres.csv --columns where', /columns must be lat=…,lon=… or x=…,y=…, and name=…, got ‘where’/],
    ['map --sites @/metres.csv --guard 90km', /guard must be so short/],
    ['map --sites @/metres.csv --out @/c.pdf', /--out must be a file that ends in \.svg, \.png, \.geojson, \.csv/],
    ['simulate --every-site --trials 5', /--every-site must be left out with --trials/],
    ['simulate --every-site', /--every-site must be left out without --sites/],
    ['simulate --guard 2km', /--guard must be left out without --sites, got ‘2km’/],
    ['simulate --deployment sites', /deployment must be another one, unless --sites names a file, got sites/],
    [
      'simulate --sites @/metres.csv --deployment hexagonal',
      /deployment must be sites, if sites are given, got hexagonal/,
    ],
  ])('refuses ‘%s’ in one line', async (words, message) => {
    const { stdout, stderr, exitCode } = await capture(at(words))
    expect(stderr).toMatch(message)
    expect(stderr.match(/\n/g)).toHaveLength(1)
    expect([stdout, exitCode]).toEqual(['', 2])
  })
})
