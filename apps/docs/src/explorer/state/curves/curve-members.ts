import type { CurveNetwork } from '../../workers/theorems/curves.js'
import type { ExplorerState } from '../explorer-state.js'
import { definitionOf, explorerParameters } from '../parameters/explorer-parameters.js'

/** A network that curves are of, and what it is called beside the others. */
export interface CurveMember extends CurveNetwork {
  /** Empty for the network chosen, where there is no other. */
  readonly name: string
  /** Its place among the pinned ones, if it is one. */
  readonly pinned?: number
}

type Chosen = Pick<ExplorerState, 'values' | 'clusters' | 'axis' | 'family' | 'pinned'>

/** The networks that curves are of: the one chosen, or one for each member of its family; then those that are pinned. */
export const curveMembers = (state: Chosen): CurveMember[] => {
  const { values, clusters, pinned } = state
  const family = shownFamily(state)
  const own: CurveMember[] =
    family === null
      ? [{ values, clusters, name: pinned.length === 0 ? '' : 'this network' }]
      : family.values.map((value) => ({
          values: { ...values, [family.parameter]: value },
          clusters,
          name: `${definitionOf(family.parameter).symbol} = ${numberText(value)}`,
        }))
  return [...own, ...pinned.map((network, place) => ({ ...network, name: pinnedName(network, state), pinned: place }))]
}

/** The family, unless it is one of the axis itself: each curve would be the same. */
export const shownFamily = ({ family, axis }: Pick<Chosen, 'family' | 'axis'>): ExplorerState['family'] =>
  family === null || family.parameter === axis ? null : family

/** The differences between a pinned network and the one chosen, which its curves don't go through. */
const pinnedName = ({ values, clusters }: CurveNetwork, state: Chosen): string => {
  const changed = explorerParameters
    .filter(({ name }) => name !== state.axis && !Object.is(values[name], state.values[name]))
    .map(({ name, symbol }) => `${symbol} = ${numberText(values[name])}`)
  if (clusters !== state.clusters)
    changed.push(clusters === 'bs-centric' ? 'clusters around the BS' : 'clusters around the target')
  return changed.length === 0 ? 'pinned, the same' : `pinned: ${changed.join(', ')}`
}

const numberText = (value: number): string => String(value).replace('-', '−')
