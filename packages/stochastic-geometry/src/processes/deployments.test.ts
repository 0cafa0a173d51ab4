import { InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { windowContains } from '../geometry/window.js'
import { randomStream } from '../streams/alea-stream.js'
import { deployedProcess, deploymentNames, deployments, impliedDeployment } from './deployments.js'
import { maternHardCoreProcess } from './matern-hard-core-process.js'
import { poissonProcess } from './poisson-process.js'
import { triangularLattice } from './triangular-lattice.js'

it('lists each deployment and each parameter once, under names that people can type', () => {
  const parameters = deployments.flatMap((deployment) => deployment.parameters.map(({ name }) => name))
  for (const names of [deploymentNames, parameters]) expect(new Set(names).size).toBe(names.length)
  for (const name of deploymentNames) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

it('makes the processes that there are', () => {
  const torus = { kind: 'torus', width: 12, height: 8 } as const
  const drawn = (process: ReturnType<typeof poissonProcess>) => process.sample(torus, randomStream(3, 0, 'stations'))
  expect(drawn(deployedProcess('poisson', 2))).toEqual(drawn(poissonProcess(2)))
  const lattice = {
    kind: 'torus',
    width: triangularLattice(2).torus(12).width,
    height: triangularLattice(2).torus(8).height,
  } as const
  expect(deployedProcess('hexagonal', 2).sample(lattice, randomStream(3, 0, 'stations'))).toEqual(
    triangularLattice(2).sample(lattice, randomStream(3, 0, 'stations')),
  )
  expect(drawn(deployedProcess('matern', 2, { hardCoreDistance: 0.2 }))).toEqual(
    drawn(maternHardCoreProcess({ density: 2, hardCoreDistance: 0.2 })),
  )
})

it('tells from the parameters which is meant', () => {
  expect(impliedDeployment({})).toBe('poisson')
  expect(impliedDeployment({ hardCoreDistance: 0 })).toBe('poisson')
  for (const hardCoreDistance of [0.1, -1]) expect(impliedDeployment({ hardCoreDistance })).toBe('matern')
})

it('refuses other names, values outside a domain, and parameters of other deployments', () => {
  expect(() => impliedDeployment({ hardCoreDistance: Number.NaN })).toThrow(
    'hardCoreDistance must be a number, got NaN',
  )
  expect(() => impliedDeployment({ hardcoreDistance: 1 } as never)).toThrow(/did you mean ‘hardCoreDistance’/)
  expect(() => deployedProcess('matern-hard-core' as never, 1)).toThrow(UnknownNameError)
  expect(() => deployedProcess('matern', 1, { hardCoreDistance: 0.54 })).toThrow(
    /^hardCoreDistance must be ≥ 0 and less than 0\.5352 km for 1 base stations per km², got 0\.54$/,
  )
  expect(() => deployedProcess('poisson', 1, { hardCoreDistance: 0.2 })).toThrow(InvalidParameterError)
  expect(() => deployedProcess('poisson', 1, { hardCoreDistance: 0.2 })).toThrow(
    /^hardCoreDistance must be 0, unless the deployment is matern, got 0\.2$/,
  )
})

describe.each(deployments.map((deployment) => [deployment.name, deployment] as const))('%s', (name, deployment) => {
  const process = deployedProcess(name, 3)

  it('has defaults in its domain', () => {
    for (const { defaultValue, permitted } of deployment.parameters) expect(permitted(3).holds(defaultValue)).toBe(true)
  })

  it('chooses a torus that is no shorter than asked for, and fills it at its density', () => {
    for (const side of [3.3, 8, 25]) {
      const torus = process.torus(side)
      const shorter = Math.min(torus.width, torus.height)
      expect(shorter).toBeGreaterThanOrEqual(side)
      expect(shorter).toBeLessThan(side + 3)
      const stream = randomStream(1, 0, `${name} ${side}`)
      for (const sample of [process.sample, process.sampleTypical]) {
        if (sample === undefined) continue
        let count = 0
        for (let trial = 0; trial < 40; trial++) {
          const { x, y } = sample(torus, stream)
          count += x.length
          expect(x.every((_, i) => windowContains(torus, x[i]!, y[i]!))).toBe(true)
        }
        const mean = 40 * process.density * torus.width * torus.height
        // Five standard deviations of a Poisson number, which is the most variable of them, and a point that is there.
        expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean) + 40)
      }
    }
  })
})
