import type { ExplorerState } from './explorer-state.js'

/** The values that a view takes: a region has all allocations. */
export const valuesAsked = ({ view, values }: Pick<ExplorerState, 'view' | 'values'>): ExplorerState['values'] =>
  view === 'region'
    ? { ...values, usersPerCell: 1, communicationClusterSize: 1, targetsPerCell: 1, sensingClusterSize: 1 }
    : values
