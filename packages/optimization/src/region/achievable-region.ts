import { anObject, assertOptions, chosenServiceQuantity, type OptionChecks, oneOf, permittedName } from '@isacnet/model'
import type { AllocationPerformance } from '../problem/allocation.js'
import {
  type AllocationProblem,
  askingFor,
  countAllocations,
  forEachTriple,
  meetsLimits,
  performanceOf,
  searchSpace,
} from '../problem/allocation-problem.js'
import { allocationSearch, type Corner, type SearchCounts } from '../search/allocation-search.js'
import { emptyFeasibleSet } from '../search/find-empty-constraint.js'
import { type OptimizationProgress, stepsBetweenPauses } from '../search/search-progress.js'
import { upperHull } from './convex-hull.js'
import { type PlanePoint, paretoFrontier } from './pareto-frontier.js'
import { planeAxes, planeOf, type RegionMetric, type RegionPlane, regionMetrics } from './region-plane.js'
import { type TimeSharing, timeSharing } from './time-sharing.js'

export interface RegionOptions {
  /** Default `ase`. */
  readonly metric?: RegionMetric
  /** Two quantities in the place of the metric's. */
  readonly plane?: RegionPlane
}

const optionChecks: OptionChecks<RegionOptions> = { metric: oneOf(regionMetrics), plane: anObject }

/** The performance of an allocation as a point of a region. */
export interface RegionPoint extends PlanePoint {
  readonly performance: AllocationPerformance
}

/** A point that no allocation dominates. */
export interface FrontierPoint extends RegionPoint {
  /** Other allocations that achieve the same point, within the numerical errors. */
  readonly ties: readonly AllocationPerformance[]
}

/**
 * The sensing–communication region of a network, each of its boundaries under its own name (the paper calls several of them "the
 * boundary"; they differ because allocations are integers, erratum E11):
 *
 * - `frontier`: the Pareto points, each achieved by an allocation without any sharing;
 * - `staircase`: the boundary of all points that some allocation does at least as well as, {@link staircase};
 * - `hull`: what sharing time between any allocations achieves;
 * - `timeSharing`: what sharing time between the two corner points achieves, the paper's inner bound, and the gains over it.
 */
export interface AchievableRegion extends SearchCounts {
  readonly metric: RegionMetric
  /** The quantities on the axes, if they aren't the metric's: those called communication and sensing in all points. */
  readonly plane?: RegionPlane
  /** In descending order of communication, ascending in sensing. */
  readonly frontier: readonly FrontierPoint[]
  /** Vertices of the staircase, in the same order, from the communication axis to the sensing axis. */
  readonly staircase: readonly { readonly communication: number; readonly sensing: number }[]
  /** Vertices of the upper hull, a part of the frontier. */
  readonly hull: readonly FrontierPoint[]
  readonly corners: {
    /** The most communication, and the most sensing beside it. */
    readonly communicationOptimal: FrontierPoint
    /** The most sensing, and the most communication beside it. */
    readonly sensingOptimal: FrontierPoint
  }
  readonly timeSharing: TimeSharing<FrontierPoint>
}

/**
 * The region that the allocations of a problem achieve, its Pareto points certified: every allocation was either examined, or lies
 * in a box whose best corner, made of proved bounds of both rates, is dominated by a point of the frontier.
 *
 * Boxes are opened by the largest $x + y$ at their corner. What dominates a point has a larger sum, so that a point which comes out
 * undominated remains so.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 8, maxTargetsPerCell: 2 })
 * achievableRegion({ network, rates: analyticRates(network) }).frontier.length // 9
 *
 * @throws {EmptyFeasibleSetError} when no allocation is feasible.
 * @throws {InvalidParameterError} for what is no network, and for constraints outside their domain.
 * @throws {UnknownNameError} for members of the problem, constraints and options that are not known.
 */
export const achievableRegion = (problem: AllocationProblem, options: RegionOptions = {}): AchievableRegion => {
  const steps = regionSteps(problem, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * {@link achievableRegion} in pieces, as {@link optimizationSteps}.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 4, maxTargetsPerCell: 2 })
 * const steps = regionSteps({ network, rates: analyticRates(network) })
 * let step = steps.next()
 * while (!step.done) step = steps.next()
 * step.value.frontier.length // 3
 */
export function* regionSteps(
  problem: AllocationProblem,
  options: RegionOptions = {},
): Generator<OptimizationProgress, AchievableRegion> {
  assertOptions('achievableRegion', options, optionChecks)
  const { metric = 'ase', plane } = options
  const axes = planeAxes(plane ?? planeOf(metric))
  const space = askingFor(
    searchSpace(problem),
    axes.flatMap(({ asked }) => asked),
  )
  const total = countAllocations(space)
  const found: Leaf[] = []
  const cornerOf = (corner: Corner) => ({ x: axes[0].bound(space, corner), y: axes[1].bound(space, corner) })
  const search = allocationSearch<Leaf>(space, {
    dependsOn: {
      communication: axes.some(({ dependsOn }) => dependsOn.communication),
      sensing: axes.some(({ dependsOn }) => dependsOn.sensing),
    },
    bound: (corner) => {
      const { x, y } = cornerOf(corner)
      return x + y
    },
    hopeless: (corner) => {
      const { x, y } = cornerOf(corner)
      return found.some((point) => dominatesCorner(point, x, y))
    },
    evaluate: (allocation) => {
      const point = pointOf(performanceOf(space, allocation), axes)
      const key = point.communication + point.communicationError + point.sensing + point.sensingError
      return { ...point, key: meetsLimits(space, point.performance) ? key : Number.NEGATIVE_INFINITY }
    },
  })
  let sinceYield = 0
  while (!search.exhausted()) {
    if (++sinceYield >= stepsBetweenPauses) {
      sinceYield = 0
      yield { examined: search.examined(), total }
    }
    const leaf = search.step()
    if (leaf === undefined) continue
    if (leaf.key === Number.NEGATIVE_INFINITY) break
    if (!found.some((point) => dominatesPoint(point, leaf))) found.push(leaf)
  }
  if (found.length === 0) throw emptyFeasibleSet(space)
  return { ...regionOfFound(found, metric, plane, axes), ...search.counts() }
}

/**
 * Every achievable point of a problem, in the order K, L, J, Q: as many as there are allocations, each evaluated.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 2, maxTargetsPerCell: 1 })
 * [...achievablePoints({ network, rates: analyticRates(network) })].map(({ allocation }) => Object.values(allocation).join(' ')) // ['1 1 1 1', '1 1 1 2', '1 2 1 1', '2 1 1 1']
 *
 * @param quantities - of the law of the SIR that points have besides, such as `communication-coverage:3dB`; default none.
 * @throws {InvalidParameterError} for what is no network, and for constraints outside their domain.
 * @throws {UnknownNameError} for members of the problem, constraints and options that are not known.
 */
export function* achievablePoints(
  problem: AllocationProblem,
  quantities: readonly string[] = [],
): Generator<AllocationPerformance> {
  const space = askingFor(
    searchSpace(problem),
    quantities.map((name) => chosenServiceQuantity(name).name),
  )
  const triples: [K: number, L: number, J: number, largestQ: number][] = []
  forEachTriple(space, (K, L, J, largestQ) => triples.push([K, L, J, largestQ]))
  for (const [K, L, J, largestQ] of triples)
    for (let Q = space.minimumQ; Q <= largestQ; Q++) {
      const allocation = { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q }
      const performance = performanceOf(space, allocation)
      if (meetsLimits(space, performance)) yield performance
    }
}

/**
 * The region of given points, at least one.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 4, maxTargetsPerCell: 2 })
 * const points = [...achievablePoints({ network, rates: analyticRates(network) })].map((point) => regionPoint(point, 'ase'))
 * regionOfPoints(points, 'ase').frontier.length // 3
 *
 * @throws {UnknownNameError} for another metric.
 */
export const regionOfPoints = (
  points: readonly RegionPoint[],
  metric: RegionMetric,
): Omit<AchievableRegion, keyof SearchCounts> => {
  permittedName('metric', metric, regionMetrics)
  return regionOfFound(points, metric, undefined, planeAxes(planeOf(metric)))
}

const regionOfFound = (
  points: readonly RegionPoint[],
  metric: RegionMetric,
  plane: RegionPlane | undefined,
  axes: Axes,
): Omit<AchievableRegion, keyof SearchCounts> => {
  const frontier = paretoFrontier(points).map((group): FrontierPoint => {
    const [first, ...rest] = group.map((point) => point.performance).sort(moreOfTheOther)
    return { ...pointOf(first!, axes), ties: rest }
  })
  const hull = upperHull(frontier)
  const corners = { communicationOptimal: frontier[0]!, sensingOptimal: frontier.at(-1)! }
  return {
    metric,
    ...(plane === undefined ? {} : { plane }),
    frontier,
    staircase: staircase(frontier),
    hull,
    corners,
    timeSharing: timeSharing(corners.communicationOptimal, corners.sensingOptimal, frontier),
  }
}

/**
 * A point of the region of that metric.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 1 })
 * const [point] = achievablePoints({ network, rates: analyticRates(network) })
 * regionPoint(point, 'rate').sensing === point.sensing.rate // true
 *
 * @param plane - two quantities in the place of the metric's.
 * @throws {UnknownNameError} for another metric.
 */
export const regionPoint = (
  performance: AllocationPerformance,
  metric: RegionMetric,
  plane: RegionPlane = planeOf(permittedName('metric', metric, regionMetrics)),
): RegionPoint => pointOf(performance, planeAxes(plane))

type Axes = ReturnType<typeof planeAxes>

const pointOf = (performance: AllocationPerformance, axes: Axes): RegionPoint => {
  const [communication, communicationError] = axes[0].at(performance)
  const [sensing, sensingError] = axes[1].at(performance)
  return { communication, sensing, communicationError, sensingError, performance }
}

interface Leaf extends RegionPoint {
  readonly key: number
}

/** Whether whatever is at most (x, y) is dominated by the point, or equal to it in one direction and worse in the other. */
const dominatesCorner = (point: PlanePoint, x: number, y: number): boolean =>
  (point.communication + point.communicationError >= x && point.sensing - point.sensingError > y) ||
  (point.sensing + point.sensingError >= y && point.communication - point.communicationError > x)

const dominatesPoint = (point: PlanePoint, other: PlanePoint): boolean =>
  dominatesCorner(point, other.communication + other.communicationError, other.sensing + other.sensingError)

/** Among allocations with the same point, that with the larger ASEs comes first, then the one that leaves more antennas. */
const moreOfTheOther = (a: AllocationPerformance, b: AllocationPerformance): number =>
  b.communication.ase + b.sensing.ase - a.communication.ase - a.sensing.ase ||
  b.degreesOfFreedomLeft - a.degreesOfFreedomLeft

/**
 * The boundary of $\{(x,y): x \le x_i, y \le y_i \text{ for some } i\}$, (20) for integers: down from each point of the frontier to the
 * communication of its neighbour, and along.
 */
const staircase = (frontier: readonly PlanePoint[]): { communication: number; sensing: number }[] => {
  const vertices = [{ communication: frontier[0]!.communication, sensing: 0 }]
  frontier.forEach(({ communication, sensing }, i) => {
    if (i > 0) vertices.push({ communication, sensing: frontier[i - 1]!.sensing })
    vertices.push({ communication, sensing })
  })
  vertices.push({ communication: 0, sensing: frontier.at(-1)!.sensing })
  return vertices
}
