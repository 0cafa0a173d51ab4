/** Opens a figure as large as it can be read, over the page, where its link would leave the page. Escape and the button close it. */
export const enlargeFigures = (): void => {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest<HTMLAnchorElement>('a.enlarge')
    const picture = link?.querySelector('img')
    if (!link || !picture || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const dialog = document.createElement('dialog')
    dialog.className = 'enlarged'
    dialog.ariaLabel = 'The figure, enlarged'
    const close = document.createElement('button')
    close.type = 'button'
    close.textContent = 'Close'
    const large = document.createElement('img')
    large.className = 'large'
    large.src = picture.src
    large.alt = picture.alt
    large.width = 820
    large.height = 500
    dialog.append(close, large)
    close.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  })
}
