import { html } from '../../charts/element.js'

/** The controls: a column beside what they change, or on a narrow screen a drawer below it that leaves it in sight. */
export const controlsDrawer = (...content: readonly HTMLElement[]): HTMLElement => {
  const body = html('div', { class: 'drawer-body', id: 'explorer-controls' }, ...content)
  const handle = html(
    'button',
    { type: 'button', class: 'drawer-handle', 'aria-controls': 'explorer-controls', 'aria-expanded': 'false' },
    'Parameters',
  )
  const element = html('div', { class: 'drawer' }, handle, body)
  handle.addEventListener('click', () => {
    const open = element.classList.toggle('open')
    handle.setAttribute('aria-expanded', String(open))
    handle.textContent = open ? 'Close' : 'Parameters'
    // What is changed and what changes, both in sight.
    if (open) element.parentElement?.scrollIntoView({ block: 'start' })
  })
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && element.classList.contains('open')) {
      handle.click()
      handle.focus()
    }
  })
  return element
}
