import { informationUnits } from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { ExplorerStore } from '../state/explorer-state.js'

/** Choices that apply to all that is shown. */
export const readings = (store: ExplorerStore): HTMLElement => {
  const unit = html(
    'select',
    { id: 'explorer-unit' },
    ...informationUnits.map((name) => html('option', { value: name }, name)),
  )
  unit.addEventListener('change', () => store.set({ unit: unit.value === 'bits' ? 'bits' : 'nats' }))
  const clusters = html(
    'select',
    { id: 'explorer-clusters' },
    html('option', { value: 'bs-centric' }, 'around the serving base station'),
    html('option', { value: 'target-centric' }, 'around the target'),
  )
  clusters.addEventListener('change', () =>
    store.set({ clusters: clusters.value === 'target-centric' ? 'target-centric' : 'bs-centric' }),
  )
  const update = (): void => {
    unit.value = store.state.unit
    clusters.value = store.state.clusters
  }
  store.subscribe(update)
  update()
  return html(
    'p',
    { class: 'choice readings' },
    html('label', { for: 'explorer-unit' }, 'Rates in '),
    unit,
    html('label', { for: 'explorer-clusters' }, ' Sensing clusters '),
    clusters,
  )
}
