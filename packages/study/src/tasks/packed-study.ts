import { defineNetwork, type NetworkParameters, type ParameterName, paperNetwork } from '@isacnet/model'
import type { Computation, ResolvedStudy } from '@isacnet/scenario'

/** A study as it is written in a journal: what its points share is written once. */
export interface PackedStudy extends Omit<ResolvedStudy, 'points'> {
  /** Different lists of computations; mostly one. */
  readonly computations: readonly (readonly Computation[])[]
  readonly points: readonly {
    readonly coordinates: Readonly<Record<string, number>>
    /** The parameters that differ from the paper's network. */
    readonly network: Partial<NetworkParameters>
    /** Which list; 0 if it is left out. */
    readonly computations?: number
  }[]
}

/** Equal studies have equal packages. */
export const packStudy = (study: ResolvedStudy): PackedStudy => {
  const lists = new Map<string, { readonly index: number; readonly computations: readonly Computation[] }>()
  const indexOf = new Map<readonly Computation[], number>()
  const packed = study.points.map(({ coordinates, network, computations }) => {
    let index = indexOf.get(computations)
    if (index === undefined) {
      const text = JSON.stringify(computations)
      if (!lists.has(text)) lists.set(text, { index: lists.size, computations })
      index = lists.get(text)!.index
      indexOf.set(computations, index)
    }
    const names = Object.keys(network) as ParameterName[]
    return {
      coordinates,
      network: Object.fromEntries(
        names.filter((name) => network[name] !== paperNetwork[name]).map((name) => [name, network[name]]),
      ),
      ...(index === 0 ? {} : { computations: index }),
    }
  })
  const { points: _, ...rest } = study
  return { ...rest, computations: [...lists.values()].map(({ computations }) => computations), points: packed }
}

export const unpackStudy = ({ computations, points, ...study }: PackedStudy): ResolvedStudy => ({
  ...study,
  points: points.map((point, index) => ({
    index,
    coordinates: point.coordinates,
    network: defineNetwork(point.network),
    computations: computations[point.computations ?? 0]!,
  })),
})
