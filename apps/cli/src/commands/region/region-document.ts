import { fromNats, type InformationUnit } from '@isacnet/model'
import type { AchievableRegion, AllocationPerformance, FrontierPoint, PlanePoint } from '@isacnet/optimization'
import { type PerformanceDocument, performanceDocument } from '../../documents/allocation-document.js'
import { type AllocationChoice, allocationVariables } from '../../flags/allocation-flags.js'

/** A place in the plane of the region, in the document's unit. */
export interface PlaceDocument {
  readonly communication: number
  readonly sensing: number
}

/** A Pareto point: where it lies, what achieves it, and its gains over time sharing (0.38 is 38 %). */
export interface RegionPointDocument {
  readonly point: PlaceDocument
  readonly allocation: PerformanceDocument['allocation']
  readonly communication: PerformanceDocument['communication']
  readonly sensing: PerformanceDocument['sensing']
  readonly degreesOfFreedomLeft: number
  readonly ties: readonly PerformanceDocument[]
  readonly onHull: boolean
  readonly gainAtEqualCommunication: number
  readonly gainAtEqualSensing: number
}

/** What `isacnet region --json` prints. */
export const regionDocument = (
  region: AchievableRegion,
  { network, constraints, communicationMethod, sensingMethod, sensingClusters, unit }: AllocationChoice,
  achievable: readonly AllocationPerformance[] | undefined,
) => {
  const { hull, staircase, timeSharing } = region
  const points = timeSharing.gains.map(
    ({ point, atEqualCommunication, atEqualSensing }): RegionPointDocument => ({
      ...pointDocument(point, unit),
      onHull: hull.includes(point),
      gainAtEqualCommunication: atEqualCommunication,
      gainAtEqualSensing: atEqualSensing,
    }),
  )
  const at = (point: FrontierPoint): RegionPointDocument => points[region.frontier.indexOf(point)]!
  const chosen: ReadonlySet<string> = new Set(allocationVariables)
  const communicationOptimal = at(region.corners.communicationOptimal)
  const sensingOptimal = at(region.corners.sensingOptimal)
  return {
    parameters: Object.fromEntries(Object.entries(network).filter(([name]) => !chosen.has(name))),
    unit,
    metric: region.metric,
    communicationMethod,
    sensingMethod,
    sensingClusters,
    constraints: {
      ...constraints,
      minCommunicationRate: fromNats(constraints.minCommunicationRate, unit),
      minSensingRate: fromNats(constraints.minSensingRate, unit),
    },
    points,
    staircase: staircase.map((vertex) => placeDocument(vertex, unit)),
    hull: hull.map(at),
    corners: { communicationOptimal, sensingOptimal },
    timeSharing: { from: communicationOptimal.point, to: sensingOptimal.point },
    gains: {
      atEqualCommunication: at(timeSharing.largestAtEqualCommunication.point),
      atEqualSensing: at(timeSharing.largestAtEqualSensing.point),
    },
    ...(achievable === undefined
      ? {}
      : { achievable: achievable.map((performance) => performanceDocument(performance, unit)) }),
    examined: region.examined,
    pruned: region.pruned,
  }
}

export type RegionDocument = ReturnType<typeof regionDocument>

const placeDocument = ({ communication, sensing }: PlaceDocument, unit: InformationUnit): PlaceDocument => ({
  communication: fromNats(communication, unit),
  sensing: fromNats(sensing, unit),
})

const pointDocument = (
  point: FrontierPoint & PlanePoint,
  unit: InformationUnit,
): Omit<RegionPointDocument, 'onHull' | 'gainAtEqualCommunication' | 'gainAtEqualSensing'> => ({
  point: placeDocument(point, unit),
  ...performanceDocument(point.performance, unit),
  ties: point.ties.map((tie) => performanceDocument(tie, unit)),
})
