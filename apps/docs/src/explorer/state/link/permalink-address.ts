import type { ExplorerState, ExplorerStore } from '../explorer-state.js'
import { permalinkQuery } from './permalink.js'

/** In milliseconds: the address isn't written more often than browsers permit. */
const rest = 250

/** In milliseconds: a slider that is drawn changes within such a time of the change before, and makes one step of the history. */
const oneStep = 1000

/** Members that sliders draw. */
const drawn: readonly string[] = ['values', 'weight']

const changesOf = (now: ExplorerState, before: ExplorerState): string =>
  Object.keys(now)
    .filter((name) => now[name as keyof ExplorerState] !== before[name as keyof ExplorerState])
    .join()

/** The part of a window that has the address. */
interface AddressBar {
  readonly location: { readonly pathname: string; readonly hash: string; readonly search: string }
  readonly history: {
    readonly state: unknown
    replaceState(state: unknown, unused: string, url: string): void
    pushState(state: unknown, unused: string, url: string): void
  }
  readonly scrollY: number
}

/** Keeps the state in the address of the page, and in no other page's. Each change is a step that the browser goes back to. */
export class PermalinkAddress {
  private readonly home: string
  private due: ReturnType<typeof setTimeout> | undefined
  private changed = Number.NEGATIVE_INFINITY
  /** The members that changed then. */
  private changes = ''
  /** Whether what is due is a step of its own. */
  private step = false

  constructor(
    private readonly store: ExplorerStore,
    private readonly stay: AbortSignal,
    private readonly bar: AddressBar = window,
  ) {
    this.home = bar.location.pathname
    store.subscribe((now, before) => this.writeSoon(changesOf(now, before)))
    stay.addEventListener('abort', () => clearTimeout(this.due))
  }

  /** Whether the address is still that of the page that this is a part of: a router changes it before it takes the page away. */
  get isHome(): boolean {
    return !this.stay.aborted && this.bar.location.pathname === this.home
  }

  /** Writes what is still to be written. */
  write(): void {
    if (this.due === undefined) return
    clearTimeout(this.due)
    this.due = undefined
    const { step } = this
    this.step = false
    if (!this.isHome) return
    const { location, history, scrollY } = this.bar
    const query = permalinkQuery(this.store.state)
    const search = query === '' ? '' : `?${query}`
    if (search === location.search) return
    const url = `${location.pathname}${search}${location.hash}`
    // The router of the site goes back to steps that have a state, and scrolls to where they were left.
    const state = { ...(history.state as object | null), scrollPosition: scrollY }
    if (!step) history.replaceState(state, '', url)
    else {
      history.replaceState(state, '', `${location.pathname}${location.search}${location.hash}`)
      history.pushState(state, '', url)
    }
  }

  /** The state follows the address, which needn't be written for it. */
  follow(change: () => void): void {
    clearTimeout(this.due)
    this.due = undefined
    this.step = false
    change()
    clearTimeout(this.due)
    this.due = undefined
    this.step = false
    this.changed = Number.NEGATIVE_INFINITY
  }

  private writeSoon(changes: string): void {
    if (this.stay.aborted) return
    const now = Date.now()
    const goesOn = changes === this.changes && drawn.includes(changes) && now - this.changed < oneStep
    this.step ||= !goesOn
    this.changes = changes
    this.changed = now
    clearTimeout(this.due)
    this.due = setTimeout(() => this.write(), rest)
  }
}
