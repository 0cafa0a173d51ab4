import { html } from '../../../charts/element.js'

/** A button that shows an element on the whole screen; Escape leaves. Not there where the browser can't. */
export const fullScreenButton = (whole: () => HTMLElement, stay: AbortSignal): HTMLElement | null => {
  if (!document.fullscreenEnabled) return null
  const button = html('button', { type: 'button', class: 'drop-full-screen' }, 'Full screen')
  button.addEventListener('click', () => {
    const change = document.fullscreenElement === null ? whole().requestFullscreen() : document.exitFullscreen()
    // A browser that refuses leaves the page as it is.
    change.catch(() => {})
  })
  document.addEventListener(
    'fullscreenchange',
    () => {
      button.textContent = document.fullscreenElement === whole() ? 'Leave full screen' : 'Full screen'
    },
    { signal: stay },
  )
  return button
}
