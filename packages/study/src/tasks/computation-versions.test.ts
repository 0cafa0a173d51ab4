import { expect, it } from 'vitest'
import { computationVersions } from './computation-versions.js'

it('names the packages that numbers come from, with a version and a fingerprint of the code, the same each time', () => {
  const versions = computationVersions()
  expect(Object.keys(versions.theorem)).toEqual(
    expect.arrayContaining(['analysis', 'model', 'quadrature', 'scenario', 'special-functions']),
  )
  expect(Object.keys(versions.theorem)).not.toContain('simulation')
  expect(Object.keys(versions.simulation)).toEqual(
    expect.arrayContaining(['beamforming', 'simulation', 'stochastic-geometry']),
  )
  expect(Object.keys(versions.simulation)).not.toContain('analysis')
  expect(Object.keys(versions.optimization)).toEqual(expect.arrayContaining(['analysis', 'optimization']))
  for (const version of Object.values(versions.simulation)) expect(version).toMatch(/^\d+\.\d+\.\d+ \([0-9a-f]{8}\)$/)
  expect(new Set(Object.values(versions.simulation)).size).toBeGreaterThan(1)
  expect(computationVersions()).toEqual(versions)
})
