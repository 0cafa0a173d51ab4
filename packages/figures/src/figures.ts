import { UnknownNameError } from '@isacnet/model'
import { figure4 } from './figure-4.js'
import { figure5 } from './figure-5.js'
import { figure6 } from './figure-6.js'
import { figure7 } from './figure-7.js'
import { figure8 } from './figure-8.js'
import type { FigureDefinition } from './figure-definition.js'

/** Every figure that can be computed, by number. */
export const figures: readonly FigureDefinition[] = [figure4, figure5, figure6, figure7, figure8]

/**
 * The figure with an id such as `fig5`.
 *
 * @throws {UnknownNameError} when there is none; it suggests the nearest id.
 */
export const findFigure = (id: string): FigureDefinition => {
  const figure = figures.find((candidate) => candidate.id === id)
  if (figure === undefined)
    throw new UnknownNameError(
      'figure',
      id,
      figures.map((candidate) => candidate.id),
    )
  return figure
}
