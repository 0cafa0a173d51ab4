import {
  type CommunicationMethod,
  type SensingMethodForAnySize,
  type SirLaw,
  type SirLawOptions,
  sensingMethodAt,
  sirFunctionalValue,
  sirLaw,
} from '@isacnet/analysis'
import { chosenServiceQuantity, type Network, type SensingClusters, sirFunctional } from '@isacnet/model'
import type { QuantityModel } from '../problem/rate-model.js'
import { networkOfTargets, networkOfUsers } from './network-of.js'

interface QuantityMethods {
  readonly communicationMethod: CommunicationMethod
  readonly sensingMethod: SensingMethodForAnySize
  readonly sensingClusters: SensingClusters
  readonly relativeTolerance?: number
}

/** More laws are not kept: the search for an optimum asks for neighbours. */
const mostLaws = 64

/** The quantities of the law of the SIR of `@isacnet/analysis`, one law for all quantities of the same allocation. */
export const analyticQuantities = (
  network: Network,
  { sensingMethod, ...options }: QuantityMethods,
): ((name: string) => QuantityModel) => {
  const laws = new Map<string, { readonly allocated: Network; readonly law: SirLaw }>()
  const lawOf = (key: string, make: () => { readonly allocated: Network; readonly law: SirLaw }) => {
    const known = laws.get(key)
    if (known !== undefined) return known
    if (laws.size >= mostLaws) laws.delete(laws.keys().next().value!)
    const made = make()
    laws.set(key, made)
    return made
  }
  const users = (K: number, L: number, D: number) =>
    lawOf(`users ${K} ${L} ${D}`, () => {
      const allocated = networkOfUsers(network, K, L, D)
      return { allocated, law: sirLaw(allocated, 'communication', options as SirLawOptions) }
    })
  const targets = (K: number, Q: number) =>
    lawOf(`targets ${K} ${Q}`, () => {
      const allocated = networkOfTargets(network, K, Q)
      return {
        allocated,
        law: sirLaw(allocated, 'sensing', { ...options, sensingMethod: sensingMethodAt(sensingMethod, Q) }),
      }
    })
  return (text) => {
    const { service, chosen } = chosenServiceQuantity(text)
    const { grows, perArea = false } = chosen.quantity
    return {
      service,
      value: (K, clusterSize, D = 1) => {
        const { allocated, law } = service === 'sensing' ? targets(K, clusterSize) : users(K, clusterSize, D)
        return sirFunctionalValue(sirFunctional(chosen, allocated), law)
      },
      grows,
      improvesFrom: 1,
      perArea,
    }
  }
}
