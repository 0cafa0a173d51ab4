import { expect, it } from 'vitest'
import { initialExplorerState } from '../state/explorer-state.js'
import { cliCommand } from './cli-command.js'

it('sets what differs from the paper’s network', () => {
  expect(cliCommand(initialExplorerState)).toBe('isacnet evaluate --set K=5 --set L=2 --set J=2 --set Q=2 --compare')
})

it('says which simulation is run', () => {
  const state = {
    ...initialExplorerState,
    view: 'simulation',
    seed: 7,
    clusters: 'target-centric',
    unit: 'bits',
  } as const
  expect(cliCommand(state)).toBe(
    'isacnet simulate --set K=5 --set L=2 --set J=2 --set Q=2 --seed 7 --confidence 0.99 --relative-error 0.0001 --coverage --sensing-clusters target-centric --unit bits',
  )
  expect(cliCommand({ ...state, fidelity: 'channel' })).toContain(' --seed 7 --fidelity channel ')
})

it('says how is sampled what is simulated, and of it what is drawn', () => {
  const sampling = { typical: 'cell', deployment: 'matern', assumptions: ['gamma-gains'] } as const
  const state = { ...initialExplorerState, sampling }
  expect(cliCommand({ ...state, view: 'simulation' })).toContain(
    ' --typical cell --deployment matern --assumptions gamma-gains --confidence',
  )
  expect(cliCommand({ ...state, view: 'drop' })).toMatch(/ --seed 1 --deployment matern$/)
})

it('draws the drop that is drawn', () => {
  const state = { ...initialExplorerState, view: 'drop', unit: 'bits', seed: 3 } as const
  const settings = '--set K=5 --set L=2 --set J=2 --set Q=2'
  expect(cliCommand(state)).toBe(`isacnet topology ${settings} --seed 3 --unit bits`)
  expect(cliCommand({ ...state, otherRequests: true, unit: 'nats' })).toBe(
    `isacnet topology ${settings} --seed 3 --all-requests`,
  )
  // The cell makes 7 requests.
  expect(cliCommand({ ...state, stage: 'nulling', withheld: [1, 4, 8], unit: 'nats' })).toBe(
    `isacnet topology ${settings} --seed 3 --stage nulling --without 1,4`,
  )
})

it('asks for the distribution that is drawn, at its threshold', () => {
  const state = { ...initialExplorerState, view: 'distribution', threshold: -3 } as const
  const settings = '--set K=5 --set L=2 --set J=2 --set Q=2'
  expect(cliCommand(state)).toBe(`isacnet distribution ${settings} --thresholds -3 --percentiles 5,50,95`)
  expect(cliCommand({ ...state, unit: 'bits', clusters: 'target-centric' })).toBe(
    `isacnet distribution ${settings} --thresholds -3 --percentiles 5,50,95 --sensing-clusters target-centric --unit bits`,
  )
})

it('asks for the best allocation by the objective, within the limits, by the method', () => {
  const state = { ...initialExplorerState, view: 'region', weight: 0.3 } as const
  expect(cliCommand(state)).toBe('isacnet optimize --rho 0.3')
  expect(
    cliCommand({
      ...state,
      objective: 'communication-percentile-rate:5%',
      limits: { minSensingRate: 1.5, minCommunicationClusterSize: 2, 'sensing-coverage:-3dB': 0.4 },
    }),
  ).toBe(
    'isacnet optimize --objective communication-percentile-rate:5% --min-sensing-rate 1.5 --min-communication-cluster-size 2 --min-coverage sensing:-3dB:0.4',
  )
  expect(cliCommand({ ...state, regionMethod: 'actual-requests' })).toBe(
    'isacnet optimize --rho 0.3 --communication-method actual-requests --sensing-method actual-requests',
  )
})
