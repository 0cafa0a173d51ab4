import type { ParameterName } from '@isacnet/model'
import {
  coarseToFine,
  type NetworkRates,
  networkRates,
  type RatesRequest,
  type SweepPoint,
  sweepPoint,
} from './sweep.js'

/** What the explorer asks the worker for: the rates now chosen, and curves over an axis. */
export interface SweepRequest extends RatesRequest {
  readonly id: number
  readonly axis: ParameterName
  readonly axisValues: readonly number[]
}

/** Says that nobody wants the answer to a request any more. */
export interface CancelRequest {
  readonly cancel: number
}

export interface SweepAnswer {
  readonly id: number
  /** Of the network as chosen; `undefined` if it is none. */
  readonly rates: NetworkRates | undefined
  /** By ascending x; more of them come until `done`. */
  readonly points: readonly SweepPoint[]
  readonly done: boolean
  /** What went wrong, if something did that no parameter explains. */
  readonly failure?: string
}

/** In milliseconds: how long the worker is deaf, and how often curves are shown before they are finished. */
const turn = 12
const drawing = 60

/** Curves are drawn, not read off: their tolerance is that of a pixel, with room. */
const curveTolerance = 1e-6

const cancelled = new Set<number>()
const scope = self as unknown as { postMessage(answer: SweepAnswer): void }

self.addEventListener('message', ({ data }: MessageEvent<SweepRequest | CancelRequest>) => {
  if ('cancel' in data) cancelled.add(data.cancel)
  else answer(data).catch((error: unknown) => fail(data.id, error))
})

const answer = async (request: SweepRequest): Promise<void> => {
  const { id, axis, axisValues } = request
  const rates = currentRates(request)
  const points: SweepPoint[] = []
  const post = (done: boolean): void =>
    scope.postMessage({ id, rates, points: points.toSorted((a, b) => a.x - b.x), done })
  let turnEnds = performance.now() + turn
  let drawn = performance.now()
  for (const index of coarseToFine(axisValues.length)) {
    const now = performance.now()
    if (now >= turnEnds) {
      if (now - drawn >= drawing) {
        post(false)
        drawn = now
      }
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (cancelled.delete(id)) return
      turnEnds = performance.now() + turn
    }
    const point = sweepPoint({ ...request, relativeTolerance: curveTolerance }, axis, axisValues[index]!)
    if (point !== undefined) points.push(point)
  }
  post(true)
}

const currentRates = (request: SweepRequest): NetworkRates | undefined => {
  try {
    return networkRates(request)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const fail = (id: number, error: unknown): void =>
  scope.postMessage({ id, rates: undefined, points: [], done: true, failure: String(error) })
