import { parameterDefinitions, UnknownNameError } from '@isacnet/model'
import type { SweepAxis } from '../compute/resolved-study.js'
import { dimensionOf, parameterCalled, subjectOf } from '../source/scenario-names.js'
import type { WrittenAxis, WrittenQuantity } from '../source/scenario-schema.js'
import type { ScenarioSource, SourcePath } from '../source/scenario-source.js'
import { type AxisValues, axisValues, mostPoints } from './sweep-axis.js'

/** A quantity of an axis with where its values stand. */
interface GridQuantity extends AxisValues {
  readonly name: string
}

export interface StudyGrid {
  readonly axes: readonly SweepAxis[]
  /** The name of each swept quantity with the place that says so. */
  readonly swept: ReadonlyMap<string, SourcePath>
  readonly points: number
  /** The quantities at a point with the index of each in its axis; the last axis varies fastest. */
  readonly at: (point: number) => readonly (readonly [quantity: GridQuantity, index: number])[]
}

/**
 * The points of a sweep, of which every combination of the axes' values is one.
 *
 * @param variables - that the scenario has, besides parameters.
 * @throws {ScenarioError} for an axis without values, a quantity swept twice, zipped lists of different lengths, too many points.
 */
export const studyGrid = async (
  written: readonly WrittenAxis[] | null | undefined,
  variables: readonly string[],
  source: ScenarioSource,
): Promise<StudyGrid> => {
  if (written?.length === 0)
    throw source.errorAt(['sweep'], 'a sweep must have at least one axis, got none: leave it out for a single point')
  const swept = new Map<string, SourcePath>()
  const read = async (quantity: WrittenQuantity, path: SourcePath): Promise<GridQuantity> => {
    if (quantity.vary === undefined)
      throw source.errorAt(path, 'an axis of a sweep must have ‘vary’: the name of a parameter or a variable')
    const vary = [...path, 'vary']
    const name = parameterCalled(quantity.vary) ?? variables.find((variable) => variable === quantity.vary)
    if (name === undefined) {
      const permitted = [...parameterDefinitions.map((definition) => definition.name), ...variables]
      throw source.errorAt(vary, new UnknownNameError('parameter or variable', quantity.vary, permitted).message)
    }
    if (swept.has(name)) throw source.errorAt(vary, `${subjectOf(name)} must be swept once, got a second axis of it`)
    swept.set(name, vary)
    return { name, ...(await axisValues(quantity, dimensionOf(name), subjectOf(name), source, path)) }
  }

  const axes: (readonly GridQuantity[])[] = []
  for (const [index, axis] of (written ?? []).entries()) {
    const path = ['sweep', index]
    const { zip, ...own } = axis
    if (zip === undefined) {
      axes.push([await read(own, path)])
      continue
    }
    const other = Object.keys(own)[0]
    if (other !== undefined)
      throw source.errorAt([...path, other], `an axis with ‘zip’ must have nothing else, got ‘${other}’`, { key: true })
    if (zip.length < 2)
      throw source.errorAt([...path, 'zip'], `zip must have at least two quantities, got ${zip.length}`)
    const quantities: GridQuantity[] = []
    for (const [position, quantity] of zip.entries()) quantities.push(await read(quantity, [...path, 'zip', position]))
    const [first, ...rest] = quantities
    for (const [position, { name, values }] of rest.entries())
      if (values.length !== first!.values.length)
        throw source.errorAt(
          [...path, 'zip', position + 1],
          `zipped quantities must have equally many values, got ${first!.values.length} of ${subjectOf(first!.name)} and ${values.length} of ${subjectOf(name)}`,
        )
    axes.push(quantities)
  }

  const lengths = axes.map(([first]) => first!.values.length)
  const points = lengths.reduce((product, length) => product * length, 1)
  if (points > mostPoints)
    throw source.errorAt(
      ['sweep'],
      `a sweep must have at most ${mostPoints} points, got ${lengths.join(' · ')} = ${points}`,
    )
  return {
    axes: axes.map((quantities) => ({
      quantities: quantities.map(({ name, unit, values }) => ({ name, unit, values })),
    })),
    swept,
    points,
    at: (point) => {
      const indices: number[] = []
      let rest = point
      for (let axis = axes.length - 1; axis >= 0; axis--) {
        indices[axis] = rest % lengths[axis]!
        rest = Math.floor(rest / lengths[axis]!)
      }
      return axes.flatMap((quantities, axis) => quantities.map((quantity) => [quantity, indices[axis]!] as const))
    },
  }
}
