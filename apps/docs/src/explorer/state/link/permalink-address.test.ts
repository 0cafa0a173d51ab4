import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ExplorerStore, initialExplorerState } from '../explorer-state.js'
import { PermalinkAddress } from './permalink-address.js'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const scene = () => {
  const location = { pathname: '/base/explorer.html', hash: '', search: '' }
  /** The addresses of the history, the newest last. */
  const written: string[] = ['/base/explorer.html']
  const goTo = (url: string): void => {
    location.search = /\?[^#]*/.exec(url)?.[0] ?? ''
  }
  const bar = {
    location,
    scrollY: 40,
    history: {
      state: null,
      replaceState: (_state: unknown, _unused: string, url: string) => {
        written[written.length - 1] = url
        goTo(url)
      },
      pushState: (_state: unknown, _unused: string, url: string) => {
        written.push(url)
        goTo(url)
      },
    },
  }
  const store = new ExplorerStore(initialExplorerState)
  const leaving = new AbortController()
  const address = new PermalinkAddress(store, leaving.signal, bar)
  return { location, written, store, leaving, address }
}

it('has the state a moment after it changed, and once for many changes', () => {
  const { store, written } = scene()
  for (const K of [2, 3, 4]) store.setValue('usersPerCell', K)
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['/base/explorer.html', '/base/explorer.html?K=4'])
  store.set(initialExplorerState)
  vi.advanceTimersByTime(1000)
  expect(written.slice(2)).toEqual(['/base/explorer.html'])
})

it('makes one step of what changes in one go, and another of what changes later', () => {
  const { store, written } = scene()
  for (const K of [2, 3, 4, 6]) {
    store.setValue('usersPerCell', K)
    vi.advanceTimersByTime(400)
  }
  expect(written).toEqual(['/base/explorer.html', '/base/explorer.html?K=6'])
  vi.advanceTimersByTime(1000)
  store.setValue('usersPerCell', 7)
  vi.advanceTimersByTime(400)
  expect(written).toHaveLength(3)
  expect(written[2]).toBe('/base/explorer.html?K=7')
  // A button is no slider.
  store.set({ unit: 'bits' })
  vi.advanceTimersByTime(300)
  store.set({ unit: 'nats' })
  vi.advanceTimersByTime(300)
  expect(written.slice(3)).toEqual(['/base/explorer.html?K=7&unit=bits', '/base/explorer.html?K=7'])
})

it('writes nothing where the state follows the address', () => {
  const { store, written, address } = scene()
  address.follow(() => store.setValue('usersPerCell', 4))
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['/base/explorer.html'])
})

it('is written at once before the page is left', () => {
  const { store, written, address } = scene()
  address.write()
  expect(written).toHaveLength(1)
  store.setValue('usersPerCell', 4)
  address.write()
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['/base/explorer.html', '/base/explorer.html?K=4'])
})

it('is not written into another page’s address', () => {
  const { store, written, location } = scene()
  store.setValue('usersPerCell', 4)
  location.pathname = '/base/gallery/'
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['/base/explorer.html'])
})

it('is not written any more once the page is left', () => {
  const { store, written, leaving } = scene()
  store.setValue('usersPerCell', 4)
  leaving.abort()
  store.setValue('usersPerCell', 3)
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['/base/explorer.html'])
  expect(vi.getTimerCount()).toBe(0)
})
