/** Says in the search's window that the index is being loaded, until it is: a megabyte that only who searches asks for. */
export const sayThatSearchLoads = (): void => {
  new MutationObserver(() => {
    const window = document.querySelector('.VPLocalSearchBox .shell')
    if (window === null || window.hasAttribute('data-index') || isLoaded()) return
    window.setAttribute('data-index', 'loading')
    const status = document.createElement('p')
    status.className = 'search-loading'
    status.role = 'status'
    status.textContent = 'Loading what can be searched…'
    window.append(status)
    const end = (): void => {
      if (!isLoaded()) return
      loads.disconnect()
      status.remove()
      window.setAttribute('data-index', 'loaded')
    }
    const loads = new PerformanceObserver(end)
    loads.observe({ type: 'resource', buffered: true })
  }).observe(document.body, { childList: true, subtree: true })
}

const isLoaded = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /localSearchIndex/.test(name))
