/** After so many milliseconds, what doesn't answer what is asked looks old. */
export const patienceWithOld = 150

/** How what is shown stands to what is asked. */
export interface Standing {
  /** `none` is shown before the first answer; `failed` means that a reason is shown in place of numbers. */
  readonly shows: 'none' | 'answer' | 'failure'
  /** Whether what is shown answers what is asked. */
  readonly current: boolean
  /** Whether something is still to come. */
  readonly busy: boolean
  /** Whether what is shown has to be told from an answer: it hasn't been one for {@link patienceWithOld}. */
  readonly old: boolean
  /** Whether to say that something is being computed: it has been asked for that long. */
  readonly waiting: boolean
  readonly reason?: string
}

/** Whether all that is asked is shown, so that it may be taken away as a file. */
export const isAnswered = ({ shows, current, busy }: Standing): boolean => shows === 'answer' && current && !busy

/** A clock, and an alarm for a time to come, of which there is one: another one replaces it, `undefined` ends it. */
export interface Clock {
  now(): number
  wake(at: number | undefined, act: () => void): void
}

const pageClock = (): Clock => {
  let alarm: ReturnType<typeof setTimeout> | undefined
  return {
    now: () => performance.now(),
    wake: (at, act) => {
      clearTimeout(alarm)
      alarm = at === undefined ? undefined : setTimeout(act, Math.max(0, at - performance.now()))
    },
  }
}

interface Ask {
  readonly key: string
  readonly at: number
}

/**
 * The content of one part of the page, bound to the request that it answers. Requests are told apart by their keys. An answer to a request
 * that has been overtaken may be shown, so that a slider that never rests still moves its curves; but it is old as soon as that
 * request has been overtaken for {@link patienceWithOld}, and nothing is shown that is older than what is shown already.
 */
export class AnswerState {
  /** From the request that is answered by what is shown, if anything is, to the newest. */
  private asks: Ask[] = []
  private shown: { readonly whole: boolean; readonly reason?: string } | undefined

  constructor(
    private readonly changed: (standing: Standing) => void,
    private readonly clock: Clock = pageClock(),
  ) {}

  /** From now on, this is what should be answered. */
  ask(key: string): void {
    const newest = this.asks.at(-1)
    if (newest?.key === key) return
    const ask = { key, at: this.clock.now() }
    // What is shown may answer it: then nothing that was asked in between is wanted any more.
    if (this.shown !== undefined && this.asks[0]?.key === key) this.asks = [ask]
    else this.asks.push(ask)
    this.tell()
  }

  /** Whether an answer to this may be shown: it was asked, and what is shown isn't newer. */
  takes(key: string): boolean {
    return this.asks.some((ask) => ask.key === key)
  }

  /** Says that what is shown from now on answers this request; in parts, unless it is whole. Returns whether it may be shown. */
  answer(key: string, whole = true): boolean {
    return this.show(key, { whole })
  }

  /** The same of the reason why there is no answer. */
  fail(key: string, reason: string): boolean {
    return this.show(key, { whole: true, reason })
  }

  /** Whether all of the answer to this request is shown. */
  has(key: string): boolean {
    return this.shown?.whole === true && this.shown.reason === undefined && this.asks[0]?.key === key
  }

  get standing(): Standing {
    return this.standingAt(this.clock.now())
  }

  /** Nothing is asked any more, and nothing shown. */
  clear(): void {
    this.asks = []
    this.shown = undefined
    this.tell()
  }

  /** No alarm rings after this. */
  end(): void {
    this.clock.wake(undefined, () => {})
  }

  private show(key: string, shown: { readonly whole: boolean; readonly reason?: string }): boolean {
    const place = this.asks.findLastIndex((ask) => ask.key === key)
    if (place < 0) return false
    this.asks = this.asks.slice(place)
    this.shown = shown
    this.tell()
    return true
  }

  /** Since when what is shown is not all that is wanted; `undefined` if it is. */
  private get lackingSince(): number | undefined {
    const [first, second] = this.asks
    if (this.shown === undefined || first === undefined) return first?.at
    return second?.at ?? (this.shown.whole ? undefined : first.at)
  }

  private standingAt(now: number): Standing {
    const since = this.lackingSince
    const current = this.asks.length === 1 && this.shown !== undefined
    const waiting = since !== undefined && now >= since + patienceWithOld
    const reason = this.shown?.reason
    return {
      shows: this.shown === undefined ? 'none' : reason === undefined ? 'answer' : 'failure',
      current,
      busy: since !== undefined,
      old: waiting && !current && this.shown !== undefined,
      waiting,
      ...(reason === undefined ? {} : { reason }),
    }
  }

  private tell(): void {
    const now = this.clock.now()
    const since = this.lackingSince
    const standing = this.standingAt(now)
    this.clock.wake(since === undefined || standing.waiting ? undefined : since + patienceWithOld, () => this.tell())
    this.changed(standing)
  }
}
