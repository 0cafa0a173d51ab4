/** The part of a `Worker` that requests go through. */
export interface Postbox {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

interface Answer {
  readonly id: number
  readonly done: boolean
}

/**
 * After so many milliseconds a request that is no longer wanted is cancelled; a shorter one may as well be finished. With less than
 * curves usually take, a slider that never rests would never see complete ones.
 */
const patience = 300

/**
 * Asks a worker one thing at a time. Of requests that come meanwhile the newest waits and the others are forgotten; an answer to
 * anything but the request that is being worked on is stale, and dropped. A slow answer is cancelled when a newer request waits, a
 * quick one is shown, so that a slider that never rests still moves its curves.
 */
export class LatestOnly<Request extends object, Reply extends Answer> {
  private nextId = 1
  private current: { readonly id: number; readonly since: number } | undefined
  private waiting: Request | undefined

  constructor(
    private readonly worker: Postbox,
    private readonly show: (answer: Reply) => void,
    private readonly now: () => number = () => performance.now(),
  ) {
    worker.addEventListener('message', ({ data }) => this.receive(data as Reply))
  }

  /** Whether an answer is still to come. */
  get busy(): boolean {
    return this.current !== undefined
  }

  request(request: Request): void {
    this.waiting = request
    if (this.current === undefined) this.send()
    else if (this.now() - this.current.since >= patience) {
      this.worker.postMessage({ cancel: this.current.id })
      this.send()
    }
  }

  private send(): void {
    const id = this.nextId++
    this.current = { id, since: this.now() }
    this.worker.postMessage({ ...this.waiting, id })
    this.waiting = undefined
  }

  private receive(answer: Reply): void {
    if (answer.id !== this.current?.id) return
    if (answer.done) this.current = undefined
    this.show(answer)
    if (this.waiting === undefined) return
    if (this.current === undefined) this.send()
    else if (this.now() - this.current.since >= patience) {
      this.worker.postMessage({ cancel: this.current.id })
      this.send()
    }
  }
}
