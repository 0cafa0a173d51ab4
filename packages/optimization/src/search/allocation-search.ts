import type { SpatialAllocation } from '../problem/allocation.js'
import { forEachTriple, quantityModel, receiversPerArea, type SearchSpace } from '../problem/allocation-problem.js'
import { boundedRates } from '../problem/bounded-rates.js'
import { type Prioritised, priorityQueue } from './priority-queue.js'

/** By what allocations are searched. */
export interface SearchCriterion<Leaf extends { readonly key: number }> {
  readonly dependsOn: { readonly communication: boolean; readonly sensing: boolean }
  /** A bound of the keys of all allocations with these K, L and J whose rates are at most these. */
  readonly bound: (corner: Corner) => number
  /** The key of one allocation, and whatever else is to be known of it. */
  readonly evaluate: (allocation: SpatialAllocation) => Leaf
  /** Whether no such allocation is wanted any more. */
  readonly hopeless?: (corner: Corner) => boolean
}

/** Allocations that differ in Q only, with bounds of their rates. */
export interface Corner {
  readonly K: number
  readonly L: number
  readonly J: number
  readonly fromQ: number
  readonly toQ: number
  /** Bounds, `Infinity` where there is none; 0 where neither the criterion nor a constraint asks for that rate. */
  readonly communicationRate: number
  readonly sensingRate: number
  /** Bounds of the other quantities that are asked for, by their names: from above, or of errors from below. */
  readonly quantities: Readonly<Record<string, number>>
}

/** How far a search has come. Examined and pruned allocations are all there are. */
export interface SearchCounts {
  /** Allocations that were evaluated. */
  readonly examined: number
  /** Allocations that a bound ruled out, alone or with others. */
  readonly pruned: number
}

/**
 * Allocations in descending order of their keys, by best-first branch and bound: boxes of allocations that differ in Q only are
 * opened in the order of a bound of what is in them, and closed to a single allocation at the end, so that what comes out first is
 * the largest, and everything after it is at most the bound at the head of the queue.
 *
 * A box $Q_1 \le Q \le Q_2$ at given (K, L, J) is bounded by $R_c$ at its $Q_1$, where most degrees of freedom are left, and by
 * $R_s$ at its $Q_2$: see {@link BoundedRates}. The same bounds discard boxes in which no allocation reaches the minimum rates.
 */
export interface AllocationSearch<Leaf> {
  /** One step of work: an allocation if one came out, `undefined` if not. `exhausted` says that there are no more. */
  readonly step: () => Leaf | undefined
  readonly exhausted: () => boolean
  readonly examined: () => number
  readonly counts: () => SearchCounts
}

interface Box extends Prioritised {
  readonly K: number
  readonly L: number
  readonly J: number
  readonly fromQ: number
  readonly toQ: number
  /** How many of the rates and other quantities at the corner have been computed rather than bounded. */
  refined: number
}

interface Candidate<Leaf> extends Prioritised {
  readonly leaf: Leaf
}

export const allocationSearch = <Leaf extends { readonly key: number }>(
  space: SearchSpace,
  criterion: SearchCriterion<Leaf>,
): AllocationSearch<Leaf> => {
  const { antennas, minimumQ, minCommunicationRate, minSensingRate, limits } = space
  const quantities = space.asked.map((name) => ({ name, model: quantityModel(space, name) }))
  const rates = boundedRates(space)
  const needsCommunication = criterion.dependsOn.communication || minCommunicationRate > 0
  const needsSensing = criterion.dependsOn.sensing || minSensingRate > 0
  const queue = priorityQueue<Box | Candidate<Leaf>>()
  let sequence = 0
  let examined = 0
  let discarded = 0
  const enqueue = (K: number, L: number, J: number, fromQ: number, toQ: number, key: number): void =>
    queue.push({ K, L, J, fromQ, toQ, key, refined: 0, sequence: sequence++ })
  forEachTriple(space, (K, L, J, largestQ) => enqueue(K, L, J, minimumQ, largestQ, Number.POSITIVE_INFINITY))

  const open = (box: Box): void => {
    const { K, L, J, fromQ, toQ } = box
    const D = antennas - K * L - J * (fromQ - 1) + 1
    const smallestD = D - J * (toQ - fromQ)
    const communicationRate = needsCommunication ? rates.communicationAtMost(K, L, smallestD, D) : 0
    const sensingRate = needsSensing ? rates.sensingAtMost(K, fromQ, toQ) : 0
    const bounds: Record<string, number> = {}
    for (const { name, model } of quantities) {
      const [from, to] = model.service === 'communication' ? [smallestD, D] : [fromQ, toQ]
      const most = rates.quantityAtMost(name, K, L, from, to)
      bounds[name] = receiversPerArea(space, model, K, J) * (model.grows ? most : Math.max(0, -most))
    }
    const corner = { K, L, J, fromQ, toQ, communicationRate, sensingRate, quantities: bounds }
    const unwanted =
      communicationRate < minCommunicationRate ||
      sensingRate < minSensingRate ||
      limits.some(({ name, limit }) =>
        quantityModel(space, name).grows ? bounds[name]! < limit : bounds[name]! > limit,
      ) ||
      criterion.hopeless?.(corner) === true
    if (unwanted) {
      discarded += toQ - fromQ + 1
      return
    }
    const bound = criterion.bound(corner)
    if (bound < box.key) {
      box.key = bound
      queue.push(box)
    } else if (box.refined < 2 + quantities.length) {
      // The communication rate first: it is the cheaper one.
      if (box.refined === 0 && needsCommunication) rates.communicationUpper(K, L, D)
      if (box.refined === 1 && needsSensing) rates.sensingUpper(K, toQ)
      const next = quantities[box.refined - 2]
      if (next !== undefined) rates.quantityUpper(next.name, K, L, next.model.service === 'communication' ? D : toQ)
      box.refined++
      queue.push(box)
    } else if (fromQ === toQ) {
      examined++
      const leaf = criterion.evaluate({
        usersPerCell: K,
        communicationClusterSize: L,
        targetsPerCell: J,
        sensingClusterSize: fromQ,
      })
      queue.push({ leaf, key: leaf.key, sequence: sequence++ })
    } else {
      const middle = (fromQ + toQ) >> 1
      enqueue(K, L, J, middle + 1, toQ, box.key)
      enqueue(K, L, J, fromQ, middle, box.key)
    }
  }

  return {
    step: () => {
      const item = queue.pop()
      if (item === undefined) return undefined
      if ('leaf' in item) return item.leaf
      open(item)
      return undefined
    },
    exhausted: () => queue.items.length === 0,
    examined: () => examined,
    counts: () => ({
      examined,
      pruned: queue.items.reduce((sum, item) => sum + ('leaf' in item ? 0 : item.toQ - item.fromQ + 1), discarded),
    }),
  }
}
