const searchIsLoaded = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /localSearchIndex/.test(name))

/** Says in the search's window that the index is being loaded, until it is. */
export const showThatSearchLoads = (window: Element): void => {
  if (searchIsLoaded()) return
  window.setAttribute('data-index', 'loading')
  const status = document.createElement('p')
  status.className = 'search-loading'
  status.role = 'status'
  status.textContent = 'Loading what can be searched…'
  window.append(status)
  const end = (): void => {
    if (!searchIsLoaded()) return
    loads.disconnect()
    status.remove()
    window.setAttribute('data-index', 'loaded')
  }
  const loads = new PerformanceObserver(end)
  loads.observe({ type: 'resource', buffered: true })
}
