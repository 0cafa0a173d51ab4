/** Watches for the search's window, which loads an index of a megabyte that only who searches asks for. */
export const sayThatSearchLoads = (): void => {
  new MutationObserver(async () => {
    const window = document.querySelector('.VPLocalSearchBox .shell')
    if (window === null || window.hasAttribute('data-index')) return
    window.setAttribute('data-index', 'unknown')
    const { showThatSearchLoads } = await import('./search-status.js')
    showThatSearchLoads(window)
  }).observe(document.body, { childList: true, subtree: true })
}
