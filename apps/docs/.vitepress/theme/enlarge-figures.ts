/** Opens a figure over the page, where its link would leave the page. */
export const enlargeFigures = (): void => {
  document.addEventListener('click', async (event) => {
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest<HTMLAnchorElement>('a.enlarge')
    const picture = link?.querySelector('img')
    if (!link || !picture || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { showEnlarged } = await import('./enlarged-figure.js')
    showEnlarged(picture)
  })
}
