import { requestKey } from '../state/request-key.js'
import type { LifeSign, Order, Reply } from './worker-protocol.js'

/** The part of a `Worker` that requests go through. */
export interface Postbox {
  postMessage(message: unknown): void
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void
  terminate(): void
}

/** Handles the answers to requests. */
export interface Receiver<Request, Part extends object> {
  /** A part of the answer to a request; the last one if `done`. */
  part(request: Request, part: Part, done: boolean): void
  /** Why there will be no answer to a request. */
  failed(request: Request, reason: string): void
}

/** Where workers are started, and for how long. */
export interface Surroundings {
  /** Aborted when nobody looks at the answers any more: no worker outlives it, or is started after it. */
  readonly stay: AbortSignal
  /** Says `pagehide` and `pageshow`: a page that is left keeps no worker, and one that is shown again asks again. */
  readonly page: Pick<EventTarget, 'addEventListener'>
  now(): number
  /** Calls back every `tick` milliseconds until it is told to end. A page that has no time has no ticks. */
  tick(act: () => void): () => void
}

/** In milliseconds. */
const tick = 100

/**
 * A worker that gives no sign of life for so many ticks is ended. They are counted by the page's own timer, so that neither a laptop
 * that sleeps nor a page that is busy takes a worker for dead whose signs are waiting to be read.
 */
const silentTicks = 10

/**
 * After so many milliseconds a request that is no longer wanted is cancelled; a shorter one may as well be finished. With less than
 * curves usually take, a slider that never rests would never see complete ones.
 */
export const defaultPatience = 300

/** A worker may be silent because the machine is busy: what it didn't answer is asked once more, of a new one. */
const attempts = 2

export const overrunReason =
  'Given up: this computation takes too long for a browser. Other values may be quicker; the command below waits as long as it takes.'
const unloadableReason = 'The part of this page that computes could not be loaded, or failed.'

export const surroundingsOf = (stay: AbortSignal): Surroundings => ({
  stay,
  page: window,
  now: () => performance.now(),
  tick: (act) => {
    const timer = setInterval(act, tick)
    return () => clearInterval(timer)
  },
})

interface Current<Request> {
  readonly id: number
  readonly request: Request
  readonly since: number
  attempt: number
  /** In milliseconds: how long a newer request waits for it. */
  readonly patience: number
  /** Whether the worker said that it is at it. */
  begun: boolean
}

/**
 * Asks a worker one thing at a time. Of requests that come meanwhile the newest waits and the others are forgotten; an answer to
 * anything but the request that is being worked on is dropped. A slow answer is cancelled when a newer request waits, a quick one is
 * received, so that a slider that never rests still moves its curves.
 *
 * The worker is started by the first request. If it gives no sign of life for a second it is ended, and another one gets the newest
 * request.
 */
export class LatestOnly<Request extends object, Part extends object> {
  private nextId = 1
  private worker: Postbox | undefined
  private loaded = false
  /** Whether the worker may still be at something that was cancelled. */
  private distracted = false
  private silence = 0
  private endTicks: (() => void) | undefined
  private current: Current<Request> | undefined
  private waiting: { readonly request: Request; readonly patience: number } | undefined

  constructor(
    private readonly start: () => Postbox,
    private readonly receiver: Receiver<Request, Part>,
    private readonly surroundings: Surroundings,
  ) {
    const { stay, page } = surroundings
    stay.addEventListener('abort', () => this.forget())
    const options = { signal: stay }
    page.addEventListener('pagehide', () => this.pause(), options)
    page.addEventListener('pageshow', () => this.goOn(), options)
  }

  /** Whether an answer is still to come. */
  get busy(): boolean {
    return this.current !== undefined || this.waiting !== undefined
  }

  /**
   * @param patience - in milliseconds: for so long a newer request waits for this one, before it is cancelled.
   */
  request(request: Request, patience = defaultPatience): void {
    if (this.surroundings.stay.aborted) return
    // What is being worked on isn't begun again.
    const same = this.current !== undefined && requestKey(this.current.request) === requestKey(request)
    this.waiting = same ? undefined : { request, patience }
    this.goOn()
  }

  /** Asks for the end of what is being worked on, with what there is. It is not begun again. */
  stop(): void {
    if (this.current === undefined) return
    this.tell({ stop: this.current.id })
    this.current.attempt = attempts
  }

  /** Ends the worker and what it is at. */
  forget(): void {
    this.current = undefined
    this.waiting = undefined
    this.endWorker()
  }

  /** Ends the worker; what it was at waits for {@link goOn}. */
  private pause(): void {
    this.waiting ??= this.current
    this.current = undefined
    this.endWorker()
  }

  /** Sends what waits, if it may. */
  private goOn(): void {
    if (this.waiting === undefined) return
    if (this.current === undefined) this.send(this.waiting)
    else if (this.surroundings.now() - this.current.since >= this.current.patience) {
      this.tell({ cancel: this.current.id })
      this.distracted = true
      this.send(this.waiting)
    }
  }

  private send({ request, patience }: Pick<Current<Request>, 'request' | 'patience'>, attempt = 1): void {
    this.waiting = undefined
    const id = this.nextId++
    this.current = { id, request, since: this.surroundings.now(), patience, attempt, begun: false }
    this.worker ??= this.startWorker()
    this.endTicks ??= this.surroundings.tick(() => this.countSilence())
    this.worker.postMessage({ ...request, id })
  }

  private tell(order: Order): void {
    this.worker?.postMessage(order)
  }

  private startWorker(): Postbox {
    const worker = this.start()
    this.loaded = false
    this.distracted = false
    this.silence = 0
    const ifMine =
      (act: (event: { readonly data?: unknown; readonly message?: string }) => void) =>
      (event: { readonly data?: unknown; readonly message?: string }): void => {
        if (worker === this.worker) act(event)
      }
    worker.addEventListener(
      'message',
      ifMine(({ data }) => this.receive(data as LifeSign | Reply<Part>)),
    )
    worker.addEventListener(
      'error',
      ifMine(({ message }) => this.replaceWorker(message ? `${unloadableReason} ${message}` : unloadableReason)),
    )
    worker.addEventListener(
      'messageerror',
      ifMine(() => this.replaceWorker(unloadableReason)),
    )
    return worker
  }

  private endWorker(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.rest()
  }

  private rest(): void {
    this.endTicks?.()
    this.endTicks = undefined
    this.silence = 0
  }

  private countSilence(): void {
    // How long scripts take to arrive is no fault of the worker.
    if (this.loaded && ++this.silence >= silentTicks) this.replaceWorker()
  }

  /** Ends a worker that is stuck, or that failed for a reason, and asks another one for the newest request. */
  private replaceWorker(failure?: string): void {
    const { current, waiting } = this
    // Then what is stuck is something older.
    const innocent = current?.begun === false && this.distracted
    this.current = undefined
    this.endWorker()
    if (current === undefined) return
    if (waiting !== undefined) this.send(waiting)
    else if (failure === undefined && (innocent || current.attempt < attempts))
      this.send(current, innocent ? current.attempt : current.attempt + 1)
    else this.receiver.failed(current.request, failure ?? overrunReason)
  }

  private receive(message: LifeSign | Reply<Part>): void {
    if ('ready' in message) {
      this.loaded = true
      this.silence = 0
      return
    }
    const { current } = this
    if (current === undefined || ('alive' in message ? message.alive : message.id) !== current.id) return
    this.silence = 0
    current.begun = true
    this.distracted = false
    if (!('alive' in message)) {
      const { id: _id, done, failure, ...part } = message
      if (done) this.current = undefined
      if (failure !== undefined) this.receiver.failed(current.request, failure)
      else this.receiver.part(current.request, part as unknown as Part, done)
    }
    if (this.waiting !== undefined) this.goOn()
    else if (this.current === undefined) this.rest()
  }
}
