/** A page's messages to its worker beside requests, which have an `id` and members of their own. */
export type Order =
  /** Nobody wants the answer any more. */
  | { readonly cancel: number }
  /** The answer is to end with what there is. */
  | { readonly stop: number }

/** A worker's messages beside parts of answers. */
export type LifeSign =
  /** It has been loaded. */
  | { readonly ready: true }
  /** It has begun this request, or is still at it and listens. */
  | { readonly alive: number }

/** A part of an answer, or the reason why there is none. Nothing follows what is done. */
export type Reply<Part extends object> = Part & {
  readonly id: number
  readonly done: boolean
  readonly failure?: string
}

/** In milliseconds: so often a worker says that it is alive, as long as it lets other events in between. */
export const lifeSignInterval = 200
