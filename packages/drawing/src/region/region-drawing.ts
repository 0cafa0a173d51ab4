import {
  anObject,
  aString,
  assertOptions,
  type InformationUnit,
  informationUnits,
  inUnit,
  namedQuantity,
  type OptionChecks,
  oneOf,
  required,
} from '@isacnet/model'
import { type AchievableRegion, type FrontierPoint, planeOf, type SpatialAllocation } from '@isacnet/optimization'

/** A place in the plane of a region, in the unit of the drawing. */
export interface RegionPlace {
  readonly communication: number
  readonly sensing: number
}

/** A picture of a sensing–communication region as data. */
export interface RegionDrawing {
  /** A label in which `$…$` encloses mathematics. */
  readonly title: string
  readonly unit: InformationUnit
  readonly metric: AchievableRegion['metric']
  /** The quantities on the axes, if they aren't the metric's. */
  readonly plane?: AchievableRegion['plane']
  /** Any achievable points, for the background; in the unit. */
  readonly achievable: readonly RegionPlace[]
  readonly frontier: readonly (RegionPlace & { readonly allocation: SpatialAllocation })[]
  readonly staircase: readonly RegionPlace[]
  readonly hull: readonly RegionPlace[]
  readonly communicationOptimal: RegionPlace & { readonly allocation: SpatialAllocation }
  readonly sensingOptimal: RegionPlace & { readonly allocation: SpatialAllocation }
  readonly gains: {
    readonly atEqualCommunication: RegionGain
    readonly atEqualSensing: RegionGain
  }
}

/** The largest gain over time sharing, from a place on the segment to a point of the frontier. */
export interface RegionGain {
  readonly from: RegionPlace
  readonly to: RegionPlace
  /** 0.38 is 38 %. */
  readonly gain: number
}

/** Options of {@link regionDrawing}. */
interface RegionDrawingOptions {
  readonly title: string
  readonly unit: InformationUnit
  /** Achievable points for the background, in nats; default none. */
  readonly achievable?: readonly RegionPlace[]
}

const optionChecks: OptionChecks<RegionDrawingOptions> = {
  title: required(aString),
  unit: required(oneOf(informationUnits)),
  achievable: anObject,
}

/**
 * A region as a picture's data, in a unit of information.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 4, maxTargetsPerCell: 2 })
 * regionDrawing(achievableRegion({ network, rates: analyticRates(network) }), { title: 'Region', unit: 'bits' }).frontier.length // 3
 *
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 */
export const regionDrawing = (
  region: Pick<AchievableRegion, 'metric' | 'plane' | 'frontier' | 'staircase' | 'hull' | 'corners' | 'timeSharing'>,
  options: RegionDrawingOptions,
): RegionDrawing => {
  assertOptions('regionDrawing', options, optionChecks)
  const { title, unit, achievable = [] } = options
  const [x, y] = (region.plane ?? planeOf(region.metric)).map((name) => inUnit(namedQuantity(name), 1, unit)) as [
    number,
    number,
  ]
  const place = ({ communication, sensing }: RegionPlace): RegionPlace => ({
    communication: communication * x,
    sensing: sensing * y,
  })
  const point = (one: FrontierPoint) => ({ ...place(one), allocation: one.performance.allocation })
  const { largestAtEqualCommunication: vertical, largestAtEqualSensing: horizontal } = region.timeSharing
  return {
    title,
    unit,
    metric: region.metric,
    ...(region.plane === undefined ? {} : { plane: region.plane }),
    achievable: achievable.map(place),
    frontier: region.frontier.map(point),
    staircase: region.staircase.map(place),
    hull: region.hull.map(place),
    communicationOptimal: point(region.corners.communicationOptimal),
    sensingOptimal: point(region.corners.sensingOptimal),
    gains: {
      atEqualCommunication: {
        from: place({
          communication: vertical.point.communication,
          sensing: vertical.point.sensing / (1 + vertical.atEqualCommunication),
        }),
        to: place(vertical.point),
        gain: vertical.atEqualCommunication,
      },
      atEqualSensing: {
        from: place({
          communication: horizontal.point.communication / (1 + horizontal.atEqualSensing),
          sensing: horizontal.point.sensing,
        }),
        to: place(horizontal.point),
        gain: horizontal.atEqualSensing,
      },
    },
  }
}
