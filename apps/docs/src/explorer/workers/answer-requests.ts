import { withTables } from '../../tables/table-on-demand.js'
import { type LifeSign, lifeSignInterval, type Order, type Reply } from './worker-protocol.js'

/** In milliseconds: for so long a worker may be deaf; what takes longer lets events in between its slices. */
const defaultTurn = 12

/** A worker's state while it answers a request. */
export interface Turn<Part extends object> {
  /** Shows a part of the answer. */
  post(part: Part, done: boolean): void
  /** Whether it's time to listen. */
  over(): boolean
  /**
   * Lets events in.
   *
   * @throws {Cancelled} if nobody wants the answer any more.
   */
  listen(): Promise<void>
  /** Aborted when the answer is to end with what there is. */
  readonly stopping: AbortSignal
}

class Cancelled extends Error {}

/**
 * Runs what can be paused, in turns.
 *
 * @param between - gets what a step gave when it's time to listen.
 */
export const inTurns = async <Step, Result>(
  steps: Generator<Step, Result>,
  turn: Pick<Turn<object>, 'over' | 'listen'>,
  between?: (step: Step) => void,
): Promise<Result> => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (!turn.over()) continue
    between?.(value)
    await turn.listen()
  }
}

/** The part of a worker's global scope that messages go through. */
interface Scope {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

/**
 * Answers what a page asks of this worker, as `LatestOnly` asks it: says when it begins and that it is alive, listens between slices
 * of work, and says why if it fails.
 */
export const answerRequests = <Request extends object, Part extends object>(
  answer: (request: Request, turn: Turn<Part>) => Promise<void>,
  scope: Scope = self as unknown as Scope,
  turnLength: number = defaultTurn,
): void => {
  const wanted = new Map<number, AbortController>()
  const say = (message: LifeSign | Reply<Part | object>): void => scope.postMessage(message)

  const begin = async ({ id, ...request }: Request & { readonly id: number }): Promise<void> => {
    const stopping = new AbortController()
    wanted.set(id, stopping)
    say({ alive: id })
    const pulse = setInterval(() => say({ alive: id }), lifeSignInterval)
    let ends = performance.now() + turnLength
    const turn: Turn<Part> = {
      post: (part, done) => {
        if (wanted.has(id)) say({ ...part, id, done })
      },
      over: () => performance.now() >= ends,
      listen: async () => {
        await new Promise((resolve) => setTimeout(resolve, 0))
        if (!wanted.has(id)) throw new Cancelled()
        ends = performance.now() + turnLength
      },
      stopping: stopping.signal,
    }
    try {
      await withTables(() => answer(request as unknown as Request, turn))
    } catch (error) {
      if (!(error instanceof Cancelled) && wanted.has(id))
        say({ id, done: true, failure: error instanceof Error ? error.message : String(error) })
    } finally {
      clearInterval(pulse)
      wanted.delete(id)
    }
  }

  scope.addEventListener('message', ({ data }) => {
    const message = data as Order | (Request & { readonly id: number })
    if ('cancel' in message) wanted.delete(message.cancel)
    else if ('stop' in message) wanted.get(message.stop)?.abort()
    else void begin(message as Request & { readonly id: number })
  })
  say({ ready: true })
}
