import { chosenQuantity, sirQuantities } from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { ExplorerStore } from '../state/explorer-state.js'

/** The choice of what the curves show: rates and area spectral efficiencies, or a quantity of the law of the SIR with its parameter. */
export const quantityControl = (store: ExplorerStore): HTMLElement => {
  const choice = html(
    'select',
    { id: 'explorer-quantity' },
    html('option', { value: 'rates' }, 'rates and area spectral efficiencies'),
    ...sirQuantities().map(({ quantity, meaning }) => html('option', { value: quantity }, `${quantity}: ${meaning}`)),
  )
  const field = html('input', { id: 'explorer-quantity-parameter', type: 'text', autocomplete: 'off', size: '8' })
  const label = html('label', { for: 'explorer-quantity-parameter' })
  const unit = html('span')
  choice.addEventListener('change', () =>
    store.set({ quantity: choice.value === 'rates' ? 'rates' : chosenQuantity(choice.value).name }),
  )
  field.addEventListener('change', () => {
    try {
      store.set({ quantity: chosenQuantity(`${choice.value}:${field.value}`).name })
    } catch {
      show()
    }
  })
  const show = (): void => {
    const { quantity } = store.state
    const chosen = quantity === 'rates' ? undefined : chosenQuantity(quantity)
    const parameter = chosen?.quantity.parameter
    choice.value = chosen?.quantity.quantity ?? 'rates'
    for (const element of [field, label, unit]) element.hidden = parameter === undefined
    if (chosen === undefined || parameter === undefined) return
    label.textContent = ` ${parameter.symbol} `
    field.value = chosen.name.slice(chosen.quantity.quantity.length + 1).replace(parameter.unit, '')
    field.title = parameter.permitted
    unit.textContent = parameter.unit === '' ? '' : ` ${parameter.unit}`
  }
  store.subscribe(show)
  show()
  return html(
    'p',
    { class: 'choice' },
    html('label', { for: 'explorer-quantity' }, 'Quantity '),
    choice,
    label,
    field,
    unit,
  )
}
