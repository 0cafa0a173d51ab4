import type { CommunicationMethod, SensingMethod } from '@isacnet/analysis'
import { defineNetwork, isFeasible } from '@isacnet/model'
import { type ScenarioContent, writeScenario } from '@isacnet/scenario'
import { shownFamily } from '../state/curves/curve-members.js'
import type { ExplorerState } from '../state/explorer-state.js'
import { checkNetwork } from '../state/parameters/network-check.js'
import { shownAxis } from '../state/parameters/parameter-range.js'
import { methodTable } from '../workers/theorems/methods-of.js'

type Computations = NonNullable<ScenarioContent['computations']>

/** The methods shown, as computations of a study: those of a look together. */
const computationsOf = ({ hiddenMethods, clusters, quantity }: ExplorerState): Computations =>
  methodTable.flatMap(({ names }) => {
    const [communicationMethod, sensingMethod = communicationMethod] = names
    const shown = names.some((name) => !hiddenMethods.includes(name))
    return !shown || communicationMethod === undefined
      ? []
      : [
          {
            kind: 'theorem' as const,
            name: communicationMethod,
            communicationMethod: communicationMethod as CommunicationMethod,
            sensingMethod: sensingMethod as SensingMethod,
            sensingClusters: clusters,
            ...(quantity === 'rates' ? {} : { quantities: [quantity] }),
          },
        ]
  })

/**
 * The curves of a state as a scenario file: a sweep of their axis, and of their family. Pinned networks aren't in it.
 *
 * @throws {InvalidParameterError} when the values make no network.
 */
export const curvesScenario = (state: ExplorerState): string => {
  const { values, axis, unit, seed, quantity, hiddenMethods } = state
  const family = shownFamily(state)
  const withOverload = !hiddenMethods.includes('actual-requests')
  const possible = (x: number): boolean =>
    (family?.values ?? [null]).some((value) => {
      const at = { ...values, ...(family === null ? {} : { [family.parameter]: value }), [axis]: x }
      return checkNetwork(at).network !== undefined && (withOverload || isFeasible(at))
    })
  const computations = computationsOf(state)
  return writeScenario({
    title: 'From the explorer',
    network: defineNetwork(values),
    infeasible: 'skip',
    axes: [
      ...(family === null ? [] : [{ quantities: [{ name: family.parameter, unit: '', values: [...family.values] }] }]),
      {
        quantities: [
          { name: axis, unit: '', values: shownAxis(axis, state.range, state.xScale).values.filter(possible) },
        ],
      },
    ],
    computations:
      computations.length === 0
        ? computationsOf({ ...state, hiddenMethods: methodTable.slice(1).flatMap(({ names }) => names) })
        : computations,
    outputs: { unit, ...(quantity === 'rates' ? {} : { plotted: quantity }) },
    seed,
  })
}
