import { html } from '../../charts/element.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { readSeed } from '../state/link/permalink.js'

/** A field for the seed, which goes back to the seed that counts if what is typed is none. */
export const seedField = (id: string, store: ExplorerStore): HTMLInputElement => {
  const field = html('input', { id, type: 'text', inputmode: 'numeric', autocomplete: 'off', value: store.state.seed })
  const show = (): void => {
    field.value = String(store.state.seed)
  }
  field.addEventListener('change', () => {
    try {
      store.set({ seed: readSeed(field.value.trim()) })
    } catch {
      show()
    }
  })
  store.subscribe(show)
  return field
}
