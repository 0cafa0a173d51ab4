import type { SensingClusters } from '@isacnet/model'
import type { ExplorerParameter } from '../../state/parameters/explorer-parameters.js'
import { inTurns, type Turn } from '../answer-requests.js'
import { type MethodPlace, methodTable } from './methods-of.js'
import { coarseToFine, type SweepPoint, sweepPointSteps } from './sweep.js'

/** A network whose curves are asked for; its value of the axis counts for nothing. */
export interface CurveNetwork {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
}

/** The explorer's request for curves over an axis, of several networks. */
export interface CurvesRequest {
  readonly networks: readonly CurveNetwork[]
  readonly axis: ExplorerParameter
  readonly axisValues: readonly number[]
  readonly hiddenMethods: readonly string[]
  /** A quantity of the law of the SIR besides the rates, such as `coverage:0dB`. */
  readonly quantity?: string
}

/** A part of the answer: more points each time, until all are there. */
export interface CurvesPart {
  /** One list for each network, by ascending x. */
  readonly points: readonly (readonly SweepPoint[])[]
  /** All methods that there are, for the legend. */
  readonly methods: readonly MethodPlace[]
}

/** In milliseconds: how often curves are shown before they are finished. */
const drawing = 60

/** Curves are drawn, not read off: their tolerance is that of a pixel, with room. */
const curveTolerance = 1e-6

/** Answers a request for curves: coarse ones first, then all of their points. */
export const answerCurves = async (
  { networks, axis, axisValues, hiddenMethods, quantity }: CurvesRequest,
  turn: Turn<CurvesPart>,
): Promise<void> => {
  const methods = methodTable.flatMap(({ names }) => names).filter((name) => !hiddenMethods.includes(name))
  const points: SweepPoint[][] = networks.map(() => [])
  const post = (done: boolean): void => turn.post({ points: points.map(ascending), methods: methodTable }, done)
  let drawn = performance.now()
  for (const index of coarseToFine(axisValues.length))
    for (const [place, network] of networks.entries()) {
      if (performance.now() - drawn >= drawing) {
        post(false)
        drawn = performance.now()
      }
      const request = {
        ...network,
        relativeTolerance: curveTolerance,
        methods,
        ...(quantity === undefined ? {} : { quantity }),
      }
      const point = await inTurns(sweepPointSteps(request, axis, axisValues[index]!), turn)
      if (point !== undefined) points[place]!.push(point)
    }
  post(true)
}

const ascending = (points: readonly SweepPoint[]): SweepPoint[] => points.toSorted((a, b) => a.x - b.x)
