import { defineNetwork } from '@isacnet/model'
import type { ExplorerParameter } from '../state/explorer-parameters.js'
import { answerRequests, inTurns, type Turn } from './answer-requests.js'
import { type ShownRequests, shownRequests } from './requests.js'
import {
  coarseToFine,
  isNoNetwork,
  type NetworkRates,
  networkRatesSteps,
  type RatesRequest,
  type SweepPoint,
  sweepPointSteps,
} from './sweep.js'

/** The explorer's requests to the worker: the rates now chosen, and curves over an axis. */
export interface SweepRequest extends RatesRequest {
  readonly axis: ExplorerParameter
  /** None if no curves are wanted. */
  readonly axisValues: readonly number[]
}

/** A part of the answer: the rates come first, and once; of the curves more points each time, until all are there. */
export interface SweepPart {
  /** The rates of the network as chosen; `null` if it is none. */
  readonly rates?: NetworkRates | null
  /** With the rates: the requests to null; `null` if there are none. */
  readonly requests?: ShownRequests | null
  /** By ascending x. */
  readonly points?: readonly SweepPoint[]
}

/** In milliseconds: how often curves are shown before they are finished. */
const drawing = 60

/** Curves are drawn, not read off: their tolerance is that of a pixel, with room. */
const curveTolerance = 1e-6

answerRequests<SweepRequest, SweepPart>(async (request, turn) => {
  const { axis, axisValues } = request
  const rates = await currentRates(request, turn)
  const requests = rates === null ? null : shownRequests(defineNetwork(request.values), request.clusters)
  turn.post({ rates, requests }, axisValues.length === 0)
  if (axisValues.length === 0) return
  const points: SweepPoint[] = []
  const post = (done: boolean): void => turn.post({ points: points.toSorted((a, b) => a.x - b.x) }, done)
  let drawn = performance.now()
  const curve = { ...request, relativeTolerance: curveTolerance }
  for (const index of coarseToFine(axisValues.length)) {
    if (performance.now() - drawn >= drawing) {
      post(false)
      drawn = performance.now()
    }
    const point = await inTurns(sweepPointSteps(curve, axis, axisValues[index]!), turn)
    if (point !== undefined) points.push(point)
  }
  post(true)
})

const currentRates = async (request: SweepRequest, turn: Turn<SweepPart>): Promise<NetworkRates | null> => {
  try {
    return await inTurns(networkRatesSteps(request), turn)
  } catch (error) {
    if (isNoNetwork(error)) return null
    throw error
  }
}
