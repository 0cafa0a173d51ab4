import { UnknownNameError } from '@isacnet/model'
import type { FigureDefinition, FigureDescription } from '../definition/figure-definition.js'
import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { angleErrorFigure } from './angle-error.js'
import { ccdf } from './ccdf.js'
import { detection } from './detection.js'
import { fairness } from './fairness.js'
import { figure4 } from './fig04-communication-rate-vs-users.js'
import { figure5 } from './fig05-ase-vs-users.js'
import { figure6 } from './fig06-communication-ase-vs-users-and-cluster-size.js'
import { figure7 } from './fig07-sensing-rate-vs-matched-filter-gain.js'
import { figure8 } from './fig08-ase-vs-sensing-cluster-size.js'
import { figure9 } from './fig09-rate-region.js'
import { figure10 } from './fig10-ase-region.js'
import { figure11 } from './fig11-ase-region-with-least-clusters.js'
import { figure12 } from './fig12-weighted-sum-ase.js'
import { lowLoadAse, lowLoadRate } from './low-load.js'
import { promisedRegion } from './promised-region.js'
import { promisedSensing } from './promised-sensing.js'
import { reliability } from './reliability.js'
import { requests } from './requests.js'
import { trustCommunication, trustSensing } from './trust-map.js'

/** Every figure that can be computed, by number. */
export const figures: readonly (FigureDefinition | OptimumFigureDefinition)[] = [
  figure4,
  figure5,
  figure6,
  figure7,
  figure8,
  figure9,
  figure10,
  figure11,
  figure12,
  ccdf,
  fairness,
  detection,
  angleErrorFigure,
  lowLoadRate,
  lowLoadAse,
  reliability,
  promisedSensing,
  promisedRegion,
  trustCommunication,
  trustSensing,
  requests,
]

/** Figures that sweep a parameter, by number. */
export const sweptFigures: readonly FigureDefinition[] = figures.filter(
  (figure): figure is FigureDefinition => !('compute' in figure),
)

/** Figures of optimal allocations, by number. */
export const optimumFigures: readonly OptimumFigureDefinition[] = figures.filter((figure) => 'compute' in figure)

/**
 * The figure with an id such as `fig5`.
 *
 * @example
 * findFigure('fig5').fileName // 'fig5-ase-vs-users'
 *
 * @throws {UnknownNameError} when there is none; it suggests the nearest id.
 */
export const findFigure = (id: string): FigureDefinition | OptimumFigureDefinition => foundIn(figures, id)

/**
 * {@link findFigure} among those that sweep a parameter.
 *
 * @example
 * findSweptFigure('fig5').abscissa.parameter // 'usersPerCell'
 */
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
