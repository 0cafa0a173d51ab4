import { requestKey } from '../../state/request-key.js'
import { defaultPatience, LatestOnly, type Postbox, type Surroundings } from '../../workers/latest-only.js'
import type { CurvesPart, CurvesRequest } from '../../workers/theorems/curves.js'

export interface CurvesReceiver {
  take(request: CurvesRequest, part: CurvesPart, whole: boolean): void
  failed(request: CurvesRequest, reason: string): void
}

interface Current {
  readonly request: CurvesRequest
  readonly since: number
  readonly patience: number
  /** The part that each worker has found. */
  readonly parts: (CurvesPart | undefined)[]
  readonly done: boolean[]
}

/**
 * Asks several workers for the same curves, each for its share of their points. The next request goes to all of them at once: if each
 * took the newest when it is free, in a drag no two of them would be at the same one.
 */
export class DividedCurves {
  private readonly workers: readonly LatestOnly<CurvesRequest, CurvesPart>[]
  private readonly shares = new WeakMap<CurvesRequest, Current>()
  private current: Current | undefined
  private waiting: Pick<Current, 'request' | 'patience'> | undefined
  private overdue: ReturnType<typeof setTimeout> | undefined

  constructor(
    count: number,
    start: () => Postbox,
    private readonly receiver: CurvesReceiver,
    private readonly surroundings: Surroundings,
  ) {
    this.workers = Array.from(
      { length: count },
      (_, place) =>
        new LatestOnly(
          start,
          {
            part: (share, part, done) => this.take(share, place, part, done),
            failed: (share, reason) => this.fail(share, reason),
          },
          surroundings,
        ),
    )
    surroundings.stay.addEventListener('abort', () => clearTimeout(this.overdue))
  }

  /** Whether an answer is still to come. */
  get busy(): boolean {
    return this.current !== undefined || this.waiting !== undefined
  }

  /**
   * @param patience - in milliseconds: for so long a newer request waits for this one, before it is cancelled.
   */
  request(request: CurvesRequest, patience = defaultPatience): void {
    const same = this.current !== undefined && requestKey(this.current.request) === requestKey(request)
    this.waiting = same ? undefined : { request, patience }
    this.goOn()
  }

  /** Sends what waits, if all are free, or have been at the same for too long. */
  private goOn(): void {
    clearTimeout(this.overdue)
    const { current, waiting } = this
    if (waiting === undefined) return
    const left = current === undefined ? 0 : current.since + current.patience - this.surroundings.now()
    if (left <= 0) this.send(waiting)
    else this.overdue = setTimeout(() => this.goOn(), left)
  }

  private send({ request, patience }: Pick<Current, 'request' | 'patience'>): void {
    this.waiting = undefined
    const count = this.workers.length
    const current: Current = {
      request,
      since: this.surroundings.now(),
      patience,
      parts: new Array(count).fill(undefined),
      done: new Array(count).fill(false),
    }
    this.current = current
    this.workers.forEach((worker, place) => {
      const share = { ...request, axisValues: request.axisValues.filter((_, index) => index % count === place) }
      this.shares.set(share, current)
      worker.request(share, patience)
    })
  }

  private take(share: CurvesRequest, place: number, part: CurvesPart, done: boolean): void {
    const { current } = this
    if (current === undefined || this.shares.get(share) !== current) return
    current.parts[place] = part
    current.done[place] = done
    const whole = current.done.every(Boolean)
    if (whole) this.current = undefined
    this.receiver.take(current.request, merged(current.parts), whole)
    if (whole) this.goOn()
  }

  private fail(share: CurvesRequest, reason: string): void {
    const { current } = this
    if (current === undefined || this.shares.get(share) !== current) return
    this.current = undefined
    this.receiver.failed(current.request, reason)
    this.goOn()
  }
}

const merged = (parts: readonly (CurvesPart | undefined)[]): CurvesPart => {
  const found = parts.filter((part) => part !== undefined)
  return {
    methods: found[0]!.methods,
    points: found[0]!.points.map((_, network) =>
      found.flatMap(({ points }) => points[network]!).toSorted((a, b) => a.x - b.x),
    ),
  }
}
