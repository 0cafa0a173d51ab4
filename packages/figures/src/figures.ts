import { UnknownNameError } from '@isacnet/model'
import { figure4 } from './figure-4.js'
import { figure5 } from './figure-5.js'
import { figure6 } from './figure-6.js'
import { figure7 } from './figure-7.js'
import { figure8 } from './figure-8.js'
import { figure9 } from './figure-9.js'
import { figure10 } from './figure-10.js'
import { figure11 } from './figure-11.js'
import { figure12 } from './figure-12.js'
import type { FigureDefinition, FigureDescription } from './figure-definition.js'
import type { OptimumFigureDefinition } from './optimum-figure.js'

/** Figures that sweep a parameter, by number. */
export const sweptFigures: readonly FigureDefinition[] = [figure4, figure5, figure6, figure7, figure8]

/** Figures of optimal allocations, by number. */
export const optimumFigures: readonly OptimumFigureDefinition[] = [figure9, figure10, figure11, figure12]

/** Every figure that can be computed, by number. */
export const figures: readonly (FigureDefinition | OptimumFigureDefinition)[] = [...sweptFigures, ...optimumFigures]

/**
 * The figure with an id such as `fig5`.
 *
 * @throws {UnknownNameError} when there is none; it suggests the nearest id.
 */
export const findFigure = (id: string): FigureDefinition | OptimumFigureDefinition => foundIn(figures, id)

/** {@link findFigure} among those that sweep a parameter. */
export const findSweptFigure = (id: string): FigureDefinition => foundIn(sweptFigures, id)

const foundIn = <Figure extends FigureDescription>(among: readonly Figure[], id: string): Figure => {
  const figure = among.find((candidate) => candidate.id === id)
  if (figure === undefined)
    throw new UnknownNameError(
      'figure',
      id,
      among.map((candidate) => candidate.id),
    )
  return figure
}
