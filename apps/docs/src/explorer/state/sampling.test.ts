import { expect, it } from 'vitest'
import { drawnSampling, samplingParameters, withSampling } from './sampling.js'

const parameter = (name: string) => samplingParameters.find((candidate) => candidate.name === name)!

it('has what is not told apart', () => {
  const names = samplingParameters.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['typical', 'hardCoreDistance', 'deployment']))
  for (const apart of ['fidelity', 'sensingClusters', 'seed']) expect(names).not.toContain(apart)
})

it('keeps what differs from the defaults', () => {
  const planned = withSampling({}, parameter('hardCoreDistance'), '0.2')
  expect(planned).toEqual({ hardCoreDistance: 0.2 })
  expect(withSampling(planned, parameter('deployment'), 'matern')).toEqual(planned)
  expect(withSampling(planned, parameter('deployment'), 'poisson')).toEqual({ ...planned, deployment: 'poisson' })
  expect(withSampling(planned, parameter('hardCoreDistance'), '0')).toEqual({})
  expect(() => withSampling({}, parameter('relativeBias'), '3')).toThrow(/between 0 and 1/)
})

it('tells what is drawn', () => {
  expect(drawnSampling({ typical: 'cell', hardCoreDistance: 0.1 })).toEqual({ hardCoreDistance: 0.1 })
})
