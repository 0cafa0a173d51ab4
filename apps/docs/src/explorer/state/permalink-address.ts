import type { ExplorerStore } from './explorer-state.js'
import { permalinkQuery } from './permalink.js'

/** In milliseconds: the address isn't written more often than browsers permit. */
const rest = 250

/** The part of a window that has the address. */
interface AddressBar {
  readonly location: { readonly pathname: string; readonly hash: string }
  readonly history: { readonly state: unknown; replaceState(state: unknown, unused: string, url: string): void }
}

/** Keeps the state in the address of the page, and in no other page's. */
export class PermalinkAddress {
  private readonly home: string
  private due: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly store: ExplorerStore,
    private readonly stay: AbortSignal,
    private readonly bar: AddressBar = window,
  ) {
    this.home = bar.location.pathname
    store.subscribe(() => this.writeSoon())
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
    if (!this.isHome) return
    const { location, history } = this.bar
    const query = permalinkQuery(this.store.state)
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`)
  }

  private writeSoon(): void {
    if (this.stay.aborted) return
    clearTimeout(this.due)
    this.due = setTimeout(() => this.write(), rest)
  }
}
