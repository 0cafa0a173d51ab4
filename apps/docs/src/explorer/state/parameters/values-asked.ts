import type { ExplorerState } from '../explorer-state.js'
import { smallestAllocation } from './explorer-parameters.js'

/** The values that a view takes: a region has all allocations. */
export const valuesAsked = ({ view, values }: Pick<ExplorerState, 'view' | 'values'>): ExplorerState['values'] =>
  view === 'region' ? { ...values, ...smallestAllocation } : values
