/** Shows a picture as large as it can be read, over the page. Escape and the button close it. */
export const showEnlarged = (picture: HTMLImageElement): void => {
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
}
