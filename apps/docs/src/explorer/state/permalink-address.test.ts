import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ExplorerStore, initialExplorerState } from './explorer-state.js'
import { PermalinkAddress } from './permalink-address.js'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const scene = () => {
  const location = { pathname: '/base/explorer.html', hash: '' }
  const written: string[] = []
  const bar = {
    location,
    history: { state: null, replaceState: (_s: unknown, _u: string, url: string) => written.push(url) },
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
  expect(written).toEqual(['/base/explorer.html?K=4'])
  store.set(initialExplorerState)
  vi.advanceTimersByTime(1000)
  expect(written[1]).toBe('/base/explorer.html')
})

it('is written at once before the page is left', () => {
  const { store, written, address } = scene()
  address.write()
  expect(written).toEqual([])
  store.setValue('usersPerCell', 4)
  address.write()
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['/base/explorer.html?K=4'])
})

it('is not written into another page’s address', () => {
  const { store, written, location } = scene()
  store.setValue('usersPerCell', 4)
  location.pathname = '/base/gallery/'
  vi.advanceTimersByTime(1000)
  expect(written).toEqual([])
})

it('is not written any more once the page is left', () => {
  const { store, written, leaving } = scene()
  store.setValue('usersPerCell', 4)
  leaving.abort()
  store.setValue('usersPerCell', 3)
  vi.advanceTimersByTime(1000)
  expect(written).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
