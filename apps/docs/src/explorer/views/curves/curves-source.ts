import { requestKey } from '../../state/request-key.js'
import { surroundingsOf } from '../../workers/latest-only.js'
import type { CurvesPart, CurvesRequest } from '../../workers/theorems/curves.js'
import { type CurvesReceiver, DividedCurves } from './divided-curves.js'

/** Curves of so many requests are kept: a slider that goes back finds them. */
const kept = 256

/** In milliseconds: where sliders have rested for so long, workers go ahead of them. */
const rest = 150

/** In milliseconds: curves that take longer are not computed ahead of somebody who may never ask for them. */
const costly = 150

/** So many workers compute what is asked. */
const workers = 2

const nothing = (): readonly CurvesRequest[] => []

const curvesWorker = (): Worker =>
  new Worker(new URL('../../workers/theorems/theorem-worker.ts', import.meta.url), { type: 'module' })

/**
 * The source of curves: workers that compute what is asked and, while nothing is, what is likely to be asked next, and what they have found
 * before.
 */
export class CurvesSource {
  private readonly found = new Map<string, CurvesPart>()
  private readonly curves: DividedCurves
  /** The request that is being answered though nobody has made it yet, since when. */
  private ahead: { readonly request: CurvesRequest; readonly since: number } | undefined
  private next: () => readonly CurvesRequest[] = nothing
  private resting: ReturnType<typeof setTimeout> | undefined

  constructor(
    stay: AbortSignal,
    private readonly receiver: CurvesReceiver,
  ) {
    stay.addEventListener('abort', () => clearTimeout(this.resting))
    this.curves = new DividedCurves(
      workers,
      curvesWorker,
      {
        take: (request, part, whole) => {
          if (whole) this.keep(request, part)
          if (request === this.ahead?.request) {
            if (whole) this.goOn()
            return
          }
          receiver.take(request, part, whole)
          if (whole) this.rest()
        },
        failed: (request, reason) => {
          // Who comes there asks, and is told why.
          if (request === this.ahead?.request) this.next = nothing
          else receiver.failed(request, reason)
        },
      },
      surroundingsOf(stay),
    )
  }

  /**
   * Asks for curves; they may be there at once.
   *
   * @param next - gives what is likely asked after it, in this order.
   */
  request(request: CurvesRequest, next: () => readonly CurvesRequest[] = nothing): void {
    this.next = next
    const key = requestKey(request)
    // What was computed ahead is asked for now.
    if (this.ahead !== undefined && requestKey(this.ahead.request) === key) this.ahead = undefined
    const part = this.found.get(key)
    if (part === undefined) this.curves.request(request)
    else this.receiver.take(request, part, true)
    this.rest()
  }

  /** A slider that is drawn needs all there is of the machine itself. */
  private rest(): void {
    clearTimeout(this.resting)
    this.resting = setTimeout(() => this.goAhead(), rest)
  }

  /** One at a time, and none that is known; whatever is asked meanwhile comes first. */
  private goAhead(): void {
    if (this.curves.busy) return
    const request = this.next().find((each) => !this.found.has(requestKey(each)))
    if (request === undefined) return
    this.ahead = { request, since: performance.now() }
    this.curves.request(request, 0)
  }

  private goOn(): void {
    if (this.ahead !== undefined && performance.now() - this.ahead.since > costly) this.next = nothing
    this.ahead = undefined
    this.goAhead()
  }

  private keep(request: CurvesRequest, part: CurvesPart): void {
    const key = requestKey(request)
    this.found.delete(key)
    this.found.set(key, part)
    if (this.found.size > kept) this.found.delete(this.found.keys().next().value!)
  }
}
