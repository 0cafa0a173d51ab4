import geodesy from 'geographiclib-geodesic'
import { describe, expect, it } from 'vitest'
import { randomStream } from '../streams/alea-stream.js'
import { equalAreaProjection, scaleError } from './equal-area-projection.js'

/** Karney's geodesics on WGS 84, right to nanometres: another method, another author. */
const wgs84 = geodesy.Geodesic.WGS84

describe('equalAreaProjection', () => {
  it('keeps distances as well as it says', () => {
    const stream = randomStream(13, 0, 'projection')
    for (const [reach, trials] of [
      [1, 4000],
      [30, 4000],
      [300, 6000],
      [1000, 6000],
    ] as const) {
      let worst = 0
      for (let trial = 0; trial < trials; trial++) {
        const centre = { latitude: 178 * stream.uniform() - 89, longitude: 360 * stream.uniform() - 180 }
        const project = equalAreaProjection(centre.longitude, centre.latitude).forward
        const [a, b] = [0, 1].map(() => {
          const direction = 360 * stream.uniform()
          const distance = reach * 1000 * Math.sqrt(stream.uniform())
          const { lat2, lon2 } = wgs84.Direct(centre.latitude, centre.longitude, direction, distance)
          return { latitude: lat2!, longitude: lon2! }
        }) as [typeof centre, typeof centre]
        const [ax, ay] = project(a.longitude, a.latitude)
        const [bx, by] = project(b.longitude, b.latitude)
        const { s12 } = wgs84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude)
        const error = Math.abs(Math.hypot(ax - bx, ay - by) / (s12! / 1000) - 1)
        worst = Math.max(worst, (error * s12!) / (s12! + 0.001) / scaleError(reach))
      }
      expect(worst, `within ${reach} km`).toBeLessThan(1)
    }
  })

  it('keeps areas', () => {
    for (const [longitude, latitude] of [
      [10, 52],
      [-179.9, -17],
      [30, 0],
      [0, 89.5],
    ] as const) {
      const project = equalAreaProjection(longitude, latitude).forward
      const polygon = wgs84.Polygon(false)
      const corners: (readonly [number, number])[] = []
      for (let k = 0; k < 720; k++) {
        const { lat2, lon2 } = wgs84.Direct(latitude, longitude, k / 2, 200_000 * (1 + 0.3 * Math.sin(k / 60)))
        polygon.AddPoint(lat2!, lon2!)
        corners.push(project(lon2!, lat2!))
      }
      const area = corners.reduce((sum, [x, y], k) => {
        const [nextX, nextY] = corners[(k + 1) % corners.length]!
        return sum + (x * nextY - nextX * y) / 2
      }, 0)
      // Geodesics between corners are not straight in the plane: less than 1e-6 at half a degree each.
      expect(Math.abs(area) / (Math.abs(polygon.Compute(false, true).area!) / 1e6)).toBeCloseTo(1, 5)
    }
  })

  it('points east and north, with the centre at the origin', () => {
    const project = equalAreaProjection(179.99, 50).forward
    expect(project(179.99, 50)).toEqual([0, 0])
    const [x, y] = project(-179.99, 50)
    expect(x).toBeCloseTo(1.4339, 3)
    expect(Math.abs(y)).toBeLessThan(1e-3)
    expect(project(179.99, 50.01)[1]).toBeCloseTo(1.11229, 4)
  })
})

describe('inverse of equalAreaProjection', () => {
  it('leads back to where geodesics from the centre end, at 1 cm', () => {
    const stream = randomStream(13, 0, 'inverse projection')
    for (let trial = 0; trial < 4000; trial++) {
      const centre = { latitude: 180 * stream.uniform() - 90, longitude: 360 * stream.uniform() - 180 }
      const { forward, inverse } = equalAreaProjection(centre.longitude, centre.latitude)
      const { lat2, lon2 } = wgs84.Direct(
        centre.latitude,
        centre.longitude,
        360 * stream.uniform(),
        2.6e6 * stream.uniform(),
      )
      const [longitude, latitude] = inverse(...forward(lon2!, lat2!))
      const { s12 } = wgs84.Inverse(lat2!, lon2!, latitude, longitude)
      expect(s12, JSON.stringify({ centre, lat2, lon2 })).toBeLessThan(0.01)
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180)
    }
  })

  it('has the centre at the origin', () => {
    expect(equalAreaProjection(7, 50).inverse(0, 0)).toEqual([7, 50])
  })
})

describe('scaleError', () => {
  it('has the values of its description', () => {
    expect(scaleError(10)).toBeCloseTo(1.8e-6, 6)
    expect(scaleError(100)).toBeCloseTo(4.8e-5, 6)
    expect(scaleError(500)).toBeCloseTo(8.6e-4, 5)
    expect(scaleError(0)).toBe(0)
  })
})
