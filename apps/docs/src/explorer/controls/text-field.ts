import { html } from '../../charts/element.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { inSymbols } from '../state/parameters/in-symbols.js'

export interface TextFieldOptions {
  readonly id: string
  readonly label: string
  /** Shown in the label's place, where the label is for who can't see what stands beside it. */
  readonly sign?: string
  /** The text of the state. */
  readonly text: () => string
  /**
   * Takes what was typed.
   *
   * @throws {Error} with the reason why it can't; nothing changes then.
   */
  readonly take: (text: string) => void
  readonly store: ExplorerStore
}

/** A field whose text is taken when it is left or Enter is pressed. What can't be read is marked with its reason, and changes nothing. */
export const textField = ({
  id,
  label,
  sign,
  text,
  take,
  store,
}: TextFieldOptions): { readonly element: HTMLElement } => {
  const field = html('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-fault`,
    'aria-label': sign === undefined ? undefined : label,
  })
  const fault = html('span', { class: 'fault', id: `${id}-fault`, role: 'status' })
  const say = (reason: string): void => {
    fault.textContent = reason
    field.setAttribute('aria-invalid', String(reason !== ''))
  }
  field.addEventListener('change', () => {
    try {
      take(field.value.trim())
      say('')
    } catch (error) {
      say(inSymbols(error instanceof Error ? error.message : String(error)))
    }
  })
  let shown: string | undefined
  const update = (): void => {
    const now = text()
    if (now === shown) return
    shown = now
    field.value = now
    say('')
  }
  store.subscribe(update)
  update()
  return {
    element: html('span', { class: 'text-field' }, html('label', { for: id }, `${sign ?? label} `), field, fault),
  }
}
