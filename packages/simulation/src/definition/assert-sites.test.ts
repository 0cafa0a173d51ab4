import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { boundingRegion, siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation } from './simulation-definition.js'

const places = { x: Float64Array.of(0, 3, 0, 3), y: Float64Array.of(0, 0, 2, 2.5) }
const sites = siteLayout(places)
const lambda = siteCells(sites).density
const network = defineNetwork({ lambda })

it('implies the deployment, and takes it', () => {
  expect(defineSimulation(network, { sites }).deployment).toBe('sites')
  expect(defineSimulation(network, { sites, deployment: 'sites' })).toEqual(defineSimulation(network, { sites }))
  expect(defineSimulation(network)).not.toHaveProperty('sites')
})

it.each([
  [{ deployment: 'sites' }, 'deployment must be another one, unless sites are given, got sites'],
  [{ beyondRegion: 'poisson' }, 'beyondRegion must be nothing, unless sites are given, got poisson'],
  [{ sites, deployment: 'hexagonal' }, 'deployment must be sites, if sites are given, got hexagonal'],
  [{ sites, hardCoreDistance: 0.1 }, 'hardCoreDistance must be left out, if sites are given, got 0.1'],
  [{ sites: [] }, /layout of sites must be an object/],
] as const)('refuses %j', (options, message) => {
  expect(() => defineSimulation(network, options as never)).toThrow(message)
})

it('has the density of the sites, and no other', () => {
  expect(() => defineSimulation(defineNetwork(), { sites })).toThrow(
    `baseStationDensity (λ_b) must be ${lambda}, the density of the sites, got 1`,
  )
})

it('refuses what is random about users of real sites', () => {
  const unsaturated = defineNetwork({ lambda, lambda_u: 5 })
  expect(() => defineSimulation(unsaturated, { sites, fidelity: 'channel' })).toThrow(
    'deployment must be a random one, if userDensity (λ_u) is finite, got sites',
  )
})

it('wants noise where a cluster has everybody, or somebody beyond', () => {
  for (const [changes, symbol] of [
    [{ L: 4 }, 'L'],
    [{ Q: 5 }, 'Q'],
  ] as const) {
    expect(() => defineSimulation(defineNetwork({ lambda, ...changes }), { sites, fidelity: 'channel' })).toThrow(
      `noisePower (N₀) must be > 0, where 4 sites have nobody beyond a cluster of ${symbol} = ${Object.values(changes)[0]}, got 0`,
    )
    const noisy = defineNetwork({ lambda, ...changes, N0: 1e-3 })
    expect(() => defineSimulation(noisy, { sites, fidelity: 'channel' })).not.toThrow()
    const beyond = { sites, fidelity: 'channel', beyondRegion: 'poisson' } as const
    expect(() => defineSimulation(defineNetwork({ lambda, ...changes }), beyond)).not.toThrow()
  }
  const cluttered = defineNetwork({ lambda, Q: 5, lambda_x: 1 })
  expect(() => defineSimulation(cluttered, { sites, fidelity: 'channel' })).not.toThrow()
})

it('adds no random network where sites stand beyond the region', () => {
  const region = boundingRegion({ x: Float64Array.of(-1, 2), y: Float64Array.of(-1, 3) })
  const inner = siteLayout(places, { region })
  const of = (layout: typeof inner) => () =>
    defineSimulation(defineNetwork({ lambda: siteCells(layout).density }), { sites: layout, beyondRegion: 'poisson' })
  expect(of(inner)).toThrow('beyondRegion must be nothing, where sites stand beyond the region (2), got poisson')
  expect(of(inner)).toThrow(InvalidParameterError)
  expect(of(sites)).not.toThrow()
  expect(
    of(siteLayout(places, { region: boundingRegion({ x: Float64Array.of(-1, 4), y: Float64Array.of(-1, 3) }) })),
  ).not.toThrow()
})
