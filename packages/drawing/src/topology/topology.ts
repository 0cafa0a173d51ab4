import { anything, assertOptions, InvalidParameterError, type OptionChecks, trueOrFalse } from '@isacnet/model'
import {
  assertSimulationDefinition,
  type DropStage,
  dropAtStage,
  dropRates,
  dropStages,
  type NetworkDrop,
  type SimulationDefinition,
} from '@isacnet/simulation'
import { type Point, type PointPattern, voronoiCell, type Window } from '@isacnet/stochastic-geometry'

/** A part of the plane, in km. */
export interface View {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** A BS with its Voronoi cell, and how many requests to null it got and accepted. */
export interface TopologyStation extends Point {
  /** Its number in the drop. */
  readonly index: number
  readonly corners: readonly Point[]
  readonly requests: number
  readonly accepted: number
  /** Whether the cell shown asked it to null. */
  readonly asked: boolean
}

/** A user or a target, and the BS that serves it. */
export interface TopologyReceiver extends Point {
  readonly index: number
  readonly station: number
  /** Its mean rate at each stage of the drop in nats/s/Hz, if rates are asked for. */
  readonly rates?: Readonly<Record<DropStage, number>>
}

/** A request to null: at a user, or at the BS that serves a target. */
export interface TopologyRequest {
  readonly kind: 'communication' | 'sensing'
  /** The number of the user or target. */
  readonly receiver: number
  /** The BS that is asked. */
  readonly station: number
  /** Whether the BS granted it when the drop was drawn. */
  readonly accepted: boolean
  /** Whether it isn't made after all. */
  readonly withheld: boolean
  /** The place of the BS that is asked. */
  readonly from: Point
  /** The place of the user, or of the BS that serves the target. */
  readonly to: Point
}

/** The disc around a target through the BS that serves it: no BS is in it. */
export interface InterferenceHole extends Point {
  readonly target: number
  readonly radius: number
}

/** The content of a picture of a drop; lengths in km. */
export interface Topology {
  readonly definition: SimulationDefinition
  /** The number of the BS whose cell is shown with its clusters. */
  readonly cell: number
  readonly view: View
  /** BSs whose cells reach into the view. */
  readonly stations: readonly TopologyStation[]
  /** Users in the view, and all of the cell shown. */
  readonly users: readonly TopologyReceiver[]
  /** Targets in the view, and all of the cell shown. */
  readonly targets: readonly TopologyReceiver[]
  /** All requests of the cell shown. */
  readonly requests: readonly TopologyRequest[]
  /** Requests of other cells to BSs in the view, if asked for. */
  readonly otherRequests: readonly TopologyRequest[]
  /** The hole of the cell's target that is furthest from its BS. */
  readonly hole: InterferenceHole
  /** Counts over the whole drop. */
  readonly counts: TopologyCounts
}

export interface TopologyCounts {
  readonly stations: number
  readonly requests: number
  readonly accepted: number
  readonly abandoned: number
}

export interface TopologyOptions {
  /** The BS whose cell is shown with its clusters; by default the one nearest to the middle of the torus. */
  readonly cell?: number
  /** Whether the requests of other cells are shown as well; default false. */
  readonly otherRequests?: boolean
  /** Whether receivers have their mean rates at each stage, as `dropRates` of @isacnet/simulation has them; default false. */
  readonly rates?: boolean
  /** Requests of the cell shown that aren't made: their numbers 1, 2, … in the order of `requests`. Rates and what BSs accept are without them. */
  readonly withheld?: readonly number[]
}

const optionChecks: OptionChecks<TopologyOptions> = {
  cell: anything,
  otherRequests: trueOrFalse,
  rates: trueOrFalse,
  withheld: (name, value) => {
    if (value !== undefined && !Array.isArray(value))
      throw new InvalidParameterError(name, String(value), 'numbers of requests')
  },
}

/**
 * The content of a picture of a drop: a square of 25 cells' mean area around one BS, or as much as the clusters of its cell need. Places
 * are unrolled from the torus around that BS, so that nothing wraps around.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * topology(definition, topologyDrop(definition)).requests.length // 5
 *
 * @param definition - the definition that the drop was drawn from.
 * @throws what `defineSimulation` throws, for a definition that isn't one.
 * @throws {UnknownNameError} for an option that is not known.
 * @throws {InvalidParameterError} if the cell is no number of a BS, or a withheld request none of a request.
 */
export const topology = (
  definition: SimulationDefinition,
  drop: NetworkDrop,
  options: TopologyOptions = {},
): Topology => {
  const steps = topologySteps(definition, drop, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * The same in steps, so that something else may have its turn: rates take a second or more.
 *
 * @example
 * const definition = defineSimulation(defineNetwork({ K: 5, L: 2 }), { fidelity: 'channel', seed: 1 })
 * topologySteps(definition, topologyDrop(definition)).next().done // true
 *
 * @throws what {@link topology} throws, at the first step.
 */
export function* topologySteps(
  definition: SimulationDefinition,
  drop: NetworkDrop,
  options: TopologyOptions = {},
): Generator<undefined, Topology> {
  assertSimulationDefinition(definition)
  assertOptions('topology', options, optionChecks)
  const { cell = middleCell(drop), otherRequests = false, rates = false, withheld = [] } = options
  const count = drop.stations.x.length
  if (!(Number.isInteger(cell) && cell >= 0 && cell < count))
    throw new InvalidParameterError('cell', cell, `an integer ≥ 0 and < ${count}, the number of base stations`)
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = definition.network
  const place = unrolled(drop)
  const centre = { x: drop.stations.x[cell]!, y: drop.stations.y[cell]! }
  const stationPlaces = places(count, (b) => place(drop.stations.x[b]!, drop.stations.y[b]!, centre))
  const users = places(count * K, (u) => place(drop.users.x[u]!, drop.users.y[u]!, stationPlaces[Math.floor(u / K)]!))
  const targets = places(count * J, (t) =>
    place(drop.targets.x[t]!, drop.targets.y[t]!, stationPlaces[Math.floor(t / J)]!),
  )

  const requestsOf = (b: number): TopologyRequest[] => [
    ...clusterRequests('communication', b * K, K, L - 1, (user) => users[user]!),
    ...clusterRequests('sensing', b * J, J, Q - 1, () => stationPlaces[b]!),
  ]
  const clusterRequests = (
    kind: TopologyRequest['kind'],
    first: number,
    receivers: number,
    each: number,
    destination: (receiver: number) => Point,
  ): TopologyRequest[] => {
    const [asked, flags] =
      kind === 'communication'
        ? [drop.communicationRequests, drop.communicationAccepted]
        : [drop.sensingRequests, drop.sensingAccepted]
    const requests: TopologyRequest[] = []
    for (let i = first * each; i < (first + receivers) * each; i++) {
      const station = asked[i]!
      if (station < 0) continue
      const receiver = Math.floor(i / each)
      const to = destination(receiver)
      const from = place(drop.stations.x[station]!, drop.stations.y[station]!, to)
      requests.push({ kind, receiver, station, accepted: flags[i] === 1, withheld: false, from, to })
    }
    return requests
  }

  const made = requestsOf(cell)
  for (const number of withheld)
    if (made[number - 1] === undefined)
      throw new InvalidParameterError('withheld', number, `numbers of requests, from 1 to ${made.length}`)
  const requests = made.map((request, i) => ({ ...request, withheld: withheld.includes(i + 1) }))
  const left = requests.filter((request) => request.withheld)
  const granted = dropAtStage(definition, drop, 'abandonment', left)
  const ratesAt = rates
    ? dropStages.map((stage) => dropRates(definition, dropAtStage(definition, drop, stage, left)))
    : undefined
  for (const prepared of ratesAt ?? []) yield* prepared.prepare()
  const ratesOf = (kind: 'user' | 'target', index: number): Pick<TopologyReceiver, 'rates'> =>
    ratesAt === undefined
      ? {}
      : {
          rates: Object.fromEntries(dropStages.map((stage, i) => [stage, ratesAt[i]![kind](index)])) as Record<
            DropStage,
            number
          >,
        }
  const hole = widestHole(targets, cell * J, J, centre)
  const whole = drop.window ?? surroundings(drop.stations)
  const cornersOf = (b: number): Point[] => {
    const { corners } = voronoiCell(drop.index, b, whole)
    const { x, y } = stationPlaces[b]!
    return places(corners.x.length, (k) => ({
      x: corners.x[k]! + x - drop.stations.x[b]!,
      y: corners.y[k]! + y - drop.stations.y[b]!,
    }))
  }
  const view = viewAround(centre, drop, [
    ...cornersOf(cell),
    ...requests.map(({ from }) => from),
    { x: hole.x - hole.radius, y: hole.y - hole.radius },
    { x: hole.x + hole.radius, y: hole.y + hole.radius },
  ])
  const asked = new Set(requests.filter((request) => !request.withheld).map(({ station }) => station))
  const stations = stationPlaces
    .map(({ x, y }, index) => ({
      index,
      x,
      y,
      corners: cornersOf(index),
      requests: granted.requests[index]!,
      accepted: granted.accepted[index]!,
      asked: asked.has(index),
    }))
    .filter(({ corners }) => overlaps(view, corners))
  function* receivers(
    kind: 'user' | 'target',
    all: readonly Point[],
    each: number,
  ): Generator<undefined, TopologyReceiver[]> {
    const seen: TopologyReceiver[] = []
    for (const [index, { x, y }] of all.entries()) {
      const station = Math.floor(index / each)
      if (station !== cell && !contains(view, { x, y })) continue
      seen.push({ index, station, x, y, ...ratesOf(kind, index) })
      if (rates) yield
    }
    return seen
  }
  return {
    definition,
    cell,
    view,
    stations,
    users: yield* receivers('user', users, K),
    targets: yield* receivers('target', targets, J),
    requests,
    otherRequests: otherRequests
      ? places(count, (b) => b)
          .filter((b) => b !== cell)
          .flatMap(requestsOf)
          .filter(({ from }) => contains(view, from))
      : [],
    hole,
    counts: topologyCounts(drop),
  }
}

/** Counts the requests in a drop, and those that were abandoned. */
export const topologyCounts = (drop: NetworkDrop): TopologyCounts => {
  let requests = 0
  let abandoned = 0
  for (const [asked, flags] of [
    [drop.communicationRequests, drop.communicationAccepted],
    [drop.sensingRequests, drop.sensingAccepted],
  ] as const)
    for (let i = 0; i < asked.length; i++) {
      if (asked[i]! < 0) continue
      requests += 1
      if (flags[i] === 0) abandoned += 1
    }
  return { stations: drop.stations.x.length, requests, accepted: requests - abandoned, abandoned }
}

const places = <Place>(length: number, at: (index: number) => Place): Place[] =>
  Array.from({ length }, (_, index) => at(index))

/** The BS nearest to the middle of the torus, or of the sites, of those that serve. */
const middleCell = ({ index, cellAreas, stations }: NetworkDrop): number =>
  index.nearestSeveral(0, 0, stations.x.length).find((b) => cellAreas[b]! > 0) ?? 0

/** A rectangle around the origin that holds all sites, and as much again on each side: cells of the outer ones end there. */
const surroundings = ({ x, y }: PointPattern): Window => {
  const furthest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const side = 4 * Math.max(furthest(x), furthest(y), 1e-6)
  return { kind: 'rectangle', width: side, height: side }
}

/** The image on the torus that is nearest to a place; the place itself where there is no torus. */
const unrolled =
  ({ window }: NetworkDrop) =>
  (x: number, y: number, around: Point): Point =>
    window === undefined
      ? { x, y }
      : {
          x: x - window.width * Math.round((x - around.x) / window.width),
          y: y - window.height * Math.round((y - around.y) / window.height),
        }

const widestHole = (targets: readonly Point[], first: number, count: number, station: Point): InterferenceHole => {
  let widest: InterferenceHole | undefined
  for (let target = first; target < first + count; target++) {
    const { x, y } = targets[target]!
    const radius = Math.hypot(x - station.x, y - station.y)
    if (widest === undefined || radius > widest.radius) widest = { target, x, y, radius }
  }
  return widest!
}

/** In units of the mean distance between BSs: half the side of 25 cells, and room around what must be seen. */
const halfSide = 2.5
const room = 0.3

const viewAround = (centre: Point, drop: NetworkDrop, seen: readonly Point[]): View => {
  const { window, cellAreas } = drop
  const area = cellAreas.reduce((sum, cellArea) => sum + cellArea, 0)
  const unit = Math.sqrt(area / cellAreas.filter((cellArea) => cellArea > 0).length)
  const reach = Math.max(...seen.map(({ x, y }) => Math.max(Math.abs(x - centre.x), Math.abs(y - centre.y))))
  const wanted = Math.max(halfSide * unit, reach + room * unit)
  const half = window === undefined ? wanted : Math.min(wanted, window.width / 2, window.height / 2)
  return { left: centre.x - half, right: centre.x + half, bottom: centre.y - half, top: centre.y + half }
}

const contains = ({ left, right, bottom, top }: View, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= bottom && y <= top

/** Whether the bounding box of a polygon meets the view. */
const overlaps = ({ left, right, bottom, top }: View, corners: readonly Point[]): boolean => {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return Math.max(...xs) >= left && Math.min(...xs) <= right && Math.max(...ys) >= bottom && Math.min(...ys) <= top
}
