import { html } from '../../charts/element.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { readPermalink } from '../state/link/permalink.js'
import { presets } from '../state/presets.js'

/** The choice of a view to begin with. */
export const presetControl = (store: ExplorerStore): HTMLElement => {
  const select = html(
    'select',
    { id: 'explorer-preset' },
    html('option', { value: '' }, 'choose …'),
    ...presets.map(({ title }, index) => html('option', { value: String(index) }, title)),
  )
  select.addEventListener('change', () => {
    const preset = presets[Number(select.value)]
    if (select.value !== '' && preset !== undefined) store.set(readPermalink(preset.query).state)
    // It is a place to go to, not a state: the next change leaves it.
    select.value = ''
  })
  return html('p', { class: 'choice preset' }, html('label', { for: 'explorer-preset' }, 'Begin with '), select)
}
