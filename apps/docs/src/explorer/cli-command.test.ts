import { expect, it } from 'vitest'
import { cliCommand } from './cli-command.js'
import { initialExplorerState } from './explorer-state.js'

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
    'isacnet simulate --set K=5 --set L=2 --set J=2 --set Q=2 --seed 7 --sensing-clusters target-centric --unit bits',
  )
})
