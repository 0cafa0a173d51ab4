import { describe, expect, it } from 'vitest'
import { randomStream } from '../streams/alea-stream.js'
import { readSites } from './read-sites.js'

const noticesOf = (input: string | object) => readSites(input).notices

/** Sites of a round city of 10 km, longitude first. */
const city = (longitude: number, latitude: number, count = 300): [number, number][] => {
  const stream = randomStream(14, 0, 'city')
  const degree = 111.2
  return Array.from({ length: count }, () => [
    longitude + (10 * stream.normal()) / degree / Math.cos((latitude / 180) * Math.PI),
    latitude + (10 * stream.normal()) / degree,
  ])
}

const csv = (places: readonly (readonly [number, number])[]) =>
  `lon,lat\n${places.map((place) => place.join()).join('\n')}\n`

describe('rows that are left out', () => {
  it('are counted by reason, the first of them named', () => {
    const text = `lat,lon\n48,2\n#N/A,2\n48,3\n?,2\n95,3\n,\n48,\n${'x,y\n'.repeat(7)}`
    expect(noticesOf(text)).toEqual([
      {
        kind: 'left-out',
        reason: 'not-a-number',
        count: 9,
        rows: [3, 5, 9, 10, 11],
        message:
          '9 of 13 rows left out: line 3: lat must be a finite number, got ‘#N/A’; lines 5, 9, 10, 11 and 4 more likewise',
      },
      {
        kind: 'left-out',
        reason: 'out-of-range',
        count: 1,
        rows: [6],
        message:
          '1 of 13 rows left out: line 6: latitude must be from -90 to 90 degrees (swapped with the longitude?), got 95',
      },
      {
        kind: 'left-out',
        reason: 'no-coordinates',
        count: 1,
        rows: [8],
        message: '1 of 13 rows left out: line 8: lon must be a finite number, got ‘’',
      },
    ])
  })

  it('are features without a place', () => {
    const features = [null, { type: 'Point', coordinates: [2, 48] }, null].map((geometry) => ({
      type: 'Feature',
      geometry,
    }))
    expect(noticesOf({ type: 'FeatureCollection', features })).toMatchObject([
      { kind: 'left-out', reason: 'no-coordinates', count: 2, rows: [1, 3] },
    ])
  })
})

it('counts sites at one place', () => {
  expect(noticesOf('x,y\n1000,0\n2000,0\n1000,0.0\n2000,1\n1e3,-0\n')).toMatchObject([
    {
      kind: 'duplicates',
      count: 2,
      rows: [4, 6],
      message: expect.stringMatching(/^2 of 5 sites stand where another does \(lines 4, 6\): the first of a place has/),
    },
  ])
})

describe('an implausible extent', () => {
  it('is not that of a city or a country', () => {
    for (const [longitude, latitude] of [
      [2.35, 48.85],
      [-22, 64],
      [82, 20],
      [144.97, -37.8],
    ] as const)
      expect(noticesOf(csv(city(longitude, latitude)))).toEqual([])
    expect(noticesOf('x,y\n0,0\n400000,0\n0,500000\n450000,100000\n')).toEqual([])
  })

  it('is that of one site far from all others', () => {
    const lost = csv([...city(2.35, 48.85), [2.35, 45]])
    expect(noticesOf(lost)).toMatchObject([
      {
        kind: 'extent',
        count: 1,
        rows: [302],
        message: expect.stringMatching(
          /^1 of 301 sites are more than 2\d\d km from the middle of all \(line 302\), half of which are within 1\d(\.\d)? km: are/,
        ),
      },
    ])
    expect(noticesOf('x,y\n500000,5400000\n501000,5400000\n0,0\n500000,5401000\n')).toMatchObject([
      { kind: 'extent', rows: [4] },
    ])
  })

  it('is that of a round city whose latitude and longitude are swapped', () => {
    // Degrees of longitude are shorter by cos 82° and cos 20°: 7.6 times, give or take three standard errors of 300 sites.
    const swapped = csv(city(82, 20).map(([longitude, latitude]) => [latitude, longitude]))
    expect(noticesOf(swapped)).toMatchObject([
      {
        kind: 'extent',
        count: 300,
        message: expect.stringMatching(/^the sites are spread [6-9]\.\d times as far .* 1\.\d times/),
      },
    ])
  })
})
