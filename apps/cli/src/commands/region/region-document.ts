import { fromNats, type InformationUnit } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationPerformance,
  type FrontierPoint,
  type PlanePoint,
  planeOf,
} from '@isacnet/optimization'
import { performanceDocument } from '../../documents/allocation-document.js'
import { quantityInUnit } from '../../documents/choice-document.js'
import { type AllocationChoice, allocationVariables } from '../../flags/allocation-flags.js'
import type { PlaceDocument, RegionDocument, RegionPointDocument } from './region-schema.js'

/** A region as a document, in the unit that was asked for. */
export const regionDocument = (
  region: AchievableRegion,
  { network, constraints, communicationMethod, sensingMethod, sensingClusters, unit }: AllocationChoice,
  achievable: readonly AllocationPerformance[] | undefined,
): RegionDocument => {
  const { hull, staircase, timeSharing } = region
  const plane = region.plane ?? planeOf(region.metric)
  const inUnit: ToUnit = ({ communication, sensing }) => ({
    communication: quantityInUnit(plane[0], communication, unit),
    sensing: quantityInUnit(plane[1], sensing, unit),
  })
  const points = timeSharing.gains.map(
    ({ point, atEqualCommunication, atEqualSensing }): RegionPointDocument => ({
      ...pointDocument(point, inUnit, unit),
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
    parameters: Object.fromEntries(
      Object.entries(network).filter(([name]) => !chosen.has(name)),
    ) as RegionDocument['parameters'],
    unit,
    metric: region.metric,
    ...(region.plane === undefined ? {} : { plane: { x: region.plane[0], y: region.plane[1] } }),
    communicationMethod,
    sensingMethod,
    sensingClusters,
    constraints: {
      minCommunicationClusterSize: constraints.minCommunicationClusterSize,
      minSensingClusterSize: constraints.minSensingClusterSize,
      minCommunicationRate: fromNats(constraints.minCommunicationRate, unit),
      minSensingRate: fromNats(constraints.minSensingRate, unit),
      ...(Object.keys(constraints.quantities).length === 0
        ? {}
        : {
            quantities: Object.fromEntries(
              Object.entries(constraints.quantities).map(([name, limit]) => [name, quantityInUnit(name, limit, unit)]),
            ),
          }),
    },
    points,
    staircase: staircase.map(inUnit),
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

/** A place in the plane from nats. */
type ToUnit = (place: PlaceDocument) => PlaceDocument

const pointDocument = (
  point: FrontierPoint & PlanePoint,
  inUnit: ToUnit,
  unit: InformationUnit,
): Omit<RegionPointDocument, 'onHull' | 'gainAtEqualCommunication' | 'gainAtEqualSensing'> => ({
  point: inUnit(point),
  ...performanceDocument(point.performance, unit),
  ties: point.ties.map((tie) => performanceDocument(tie, unit)),
})
