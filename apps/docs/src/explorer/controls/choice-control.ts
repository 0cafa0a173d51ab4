import { html } from '../../charts/element.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'

export interface ChoiceOptions<Name extends string> {
  readonly id: string
  readonly label: string
  /** Each name that can be chosen, and what it is called. */
  readonly options: readonly (readonly [name: Name, text: string])[]
  readonly chosen: (state: ExplorerState) => Name
  readonly choose: (name: Name) => void
  readonly store: ExplorerStore
}

/** A list to choose one of a few names from, that follows the state; with its label before it. */
export const choiceControl = <Name extends string>({
  id,
  label,
  options,
  chosen,
  choose,
  store,
}: ChoiceOptions<Name>): readonly [HTMLLabelElement, HTMLSelectElement] => {
  const select = html('select', { id }, ...options.map(([value, text]) => html('option', { value }, text)))
  select.addEventListener('change', () => choose(select.value as Name))
  const show = (state: ExplorerState): void => {
    select.value = chosen(state)
  }
  store.subscribe(show)
  show(store.state)
  return [html('label', { for: id }, label), select]
}
