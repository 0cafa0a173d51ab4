import type { PackageVersions } from '@isacnet/engine/provenance'
import { defineNetwork, type Network } from '@isacnet/model'
import type {
  OptimizationComputation,
  ResolvedPoint,
  ResolvedStudy,
  SimulationComputation,
  TheoremComputation,
} from '@isacnet/scenario'
import { defineSimulation, type SimulationDefinition, type StoppingRule } from '@isacnet/simulation'
import { contentHash } from '../files/canonical-json.js'
import { underHashedNames } from '../files/member-names.js'
import type { ComputationVersions } from './computation-versions.js'

type Unnamed<Computation> = Omit<Computation, 'name'>

/** Everything that the result of a task depends on, but for the version of the code. */
export type TaskContent =
  | { readonly kind: 'theorem'; readonly network: Network; readonly computation: Unnamed<TheoremComputation> }
  | { readonly kind: 'simulation'; readonly definition: SimulationDefinition; readonly until: StoppingRule }
  | {
      readonly kind: 'optimization'
      /** Its allocation is that of the paper's network: it plays no part. */
      readonly network: Network
      readonly computation: Unnamed<OptimizationComputation>
    }

/** One computation at one point. */
export interface StudyTask {
  readonly point: ResolvedPoint
  /** Name of the computation. */
  readonly name: string
  /** The confidence of the intervals that are reported of a simulation. */
  readonly confidence: number | null
  readonly content: TaskContent
  readonly versions: PackageVersions
  /** The hash of content and versions: tasks of one key have one result. */
  readonly key: string
}

/**
 * The tasks of a study, point by point, in the order of the file.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * studyTasks(study, computationVersions()).length // 2
 */
export const studyTasks = (study: ResolvedStudy, versions: ComputationVersions): StudyTask[] =>
  study.points.flatMap((point) =>
    point.computations.map((computation) => {
      const { name, ...unnamed } = computation
      const content: TaskContent =
        unnamed.kind === 'theorem'
          ? { kind: 'theorem', network: point.network, computation: unnamed }
          : unnamed.kind === 'simulation'
            ? { kind: 'simulation', definition: taskSimulation(point.network, unnamed), until: unnamed.until }
            : { kind: 'optimization', network: withoutAllocation(point.network), computation: unnamed }
      const its = versions[content.kind]
      return {
        point,
        name,
        confidence: computation.kind === 'simulation' ? computation.confidence : null,
        content,
        versions: its,
        key: contentHash({ content: underHashedNames(content), versions: its }),
      }
    }),
  )

/**
 * The simulation of a point. Its seed is the study's, a colon, and 16 hexadecimal digits of the SHA-256 of the seed, the network and
 * the options but for its quantities as canonical JSON, under the names that they had in the first version: a function of what the point is, not of its place in the study, so that points may be added and
 * taken away without changing others, and streams of different points are independent. How long it runs is not part of it: a
 * simulation can go on when more precision is asked for. The text is the seed with which the simulation can be repeated on its own.
 *
 * @example
 * taskSimulation(defineNetwork(), { options: completeOptions({ seed: 1 }) }).seed // '1:fc3900f287bdc24c'
 */
export const taskSimulation = (
  network: Network,
  { options, sites }: Pick<SimulationComputation, 'options' | 'sites'>,
): SimulationDefinition => {
  const at = sites === undefined ? {} : { sites }
  // Whatever else is estimated, rates have the same bits.
  const { quantities: _, ...sampled } = options
  const definition = defineSimulation(network, { ...sampled, ...at })
  return defineSimulation(network, {
    ...options,
    ...at,
    seed: `${options.seed}:${contentHash(underHashedNames(definition)).slice(0, 16)}`,
  })
}

const withoutAllocation = (network: Network): Network =>
  defineNetwork({
    ...network,
    usersPerCell: 1,
    communicationClusterSize: 1,
    targetsPerCell: 1,
    sensingClusterSize: 1,
  })
