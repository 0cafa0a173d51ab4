import type { Computation } from './resolved-study.js'

/**
 * The quantities of the law of the SIR that computations have, by their canonical names, each once.
 *
 * @example
 * const study = await resolveScenario('compute: [{ theorem: { quantities: [coverage, median-rate] } }]')
 * chosenBy(study.points[0].computations) // ['coverage:0dB', 'median-rate']
 */
export const chosenBy = (computations: readonly Computation[]): readonly string[] => [
  ...new Set(
    computations.flatMap((computation) =>
      computation.kind === 'theorem'
        ? (computation.quantities ?? [])
        : computation.kind === 'simulation'
          ? (computation.options.quantities ?? [])
          : [],
    ),
  ),
]
