import { requestKey } from '../../state/request-key.js'
import { LatestOnly, surroundingsOf } from '../../workers/latest-only.js'
import type { CurvesPart, CurvesRequest } from '../../workers/theorems/curves.js'
import { type CurvesReceiver, DividedCurves } from './divided-curves.js'

/** Curves of so many requests are kept: a slider that goes back finds them. */
const kept = 256

/** In milliseconds: where a slider has rested for so long, the worker goes ahead of it. */
const rest = 150

/** So many workers compute what is asked. */
const workers = 2

const curvesWorker = (): Worker =>
  new Worker(new URL('../../workers/theorems/theorem-worker.ts', import.meta.url), { type: 'module' })

/**
 * The source of curves: workers that compute what is asked, another that computes ahead what a slider comes to next, and what all have found
 * before.
 */
export class CurvesSource {
  private readonly found = new Map<string, CurvesPart>()
  private readonly asked: DividedCurves
  private readonly ahead: LatestOnly<CurvesRequest, CurvesPart>
  private next: readonly CurvesRequest[] = []
  private resting: ReturnType<typeof setTimeout> | undefined

  constructor(
    stay: AbortSignal,
    private readonly receiver: CurvesReceiver,
  ) {
    stay.addEventListener('abort', () => clearTimeout(this.resting))
    this.asked = new DividedCurves(
      workers,
      curvesWorker,
      {
        take: (request, part, whole) => {
          if (whole) this.keep(request, part)
          receiver.take(request, part, whole)
        },
        failed: (request, reason) => receiver.failed(request, reason),
      },
      surroundingsOf(stay),
    )
    this.ahead = new LatestOnly(
      curvesWorker,
      {
        part: (request, part, done) => {
          if (!done) return
          this.keep(request, part)
          this.goAhead()
        },
        // Who comes there asks, and is told why.
        failed: () => {
          this.next = []
        },
      },
      surroundingsOf(stay),
    )
  }

  /**
   * Asks for curves; they may be there at once.
   *
   * @param next - what is likely asked after it, in this order.
   */
  request(request: CurvesRequest, next: readonly CurvesRequest[] = []): void {
    this.next = next
    const part = this.found.get(requestKey(request))
    if (part === undefined) this.asked.request(request)
    else this.receiver.take(request, part, true)
    // A slider that is drawn needs all there is of the machine itself.
    clearTimeout(this.resting)
    this.resting = setTimeout(() => this.goAhead(), rest)
  }

  /** One at a time, and none that is known. */
  private goAhead(): void {
    const [request] = this.next
    if (request === undefined || this.ahead.busy) return
    this.next = this.next.slice(1)
    if (this.found.has(requestKey(request))) this.goAhead()
    else this.ahead.request(request)
  }

  private keep(request: CurvesRequest, part: CurvesPart): void {
    const key = requestKey(request)
    this.found.delete(key)
    this.found.set(key, part)
    if (this.found.size > kept) this.found.delete(this.found.keys().next().value!)
  }
}
