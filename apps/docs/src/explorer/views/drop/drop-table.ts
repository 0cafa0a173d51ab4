import type { Topology, TopologyReceiver, TopologyRequest } from '@isacnet/drawing'
import { quantityOf } from '@isacnet/model'
import { html } from '../../../charts/element.js'
import { type DropStage, dropStages } from '../../state/drop-stage.js'
import type { ExplorerStore } from '../../state/explorer-state.js'
import { receiverName, shownRate } from './drop-words.js'

const headings: Readonly<Record<DropStage, string>> = {
  'no-nulling': 'no nulls',
  nulling: 'all nulls',
  abandonment: 'granted',
}

/** The receivers of the cell shown: their rates at each stage, and a toggle for each request that they make. */
export const dropTable = (store: ExplorerStore, drop: Topology): HTMLElement => {
  const { stage, unit } = store.state
  const { users, targets, cell, requests } = drop
  const rows = (kind: TopologyRequest['kind'], receivers: readonly TopologyReceiver[]): HTMLElement[] =>
    receivers
      .filter(({ station }) => station === cell)
      .map(({ index, rates }) =>
        html(
          'tr',
          {},
          html(
            'th',
            { scope: 'row' },
            receiverName(drop, kind, index),
            ...requests.flatMap((request, i) =>
              request.kind === kind && request.receiver === index ? [toggle(store, request, i + 1)] : [],
            ),
          ),
          ...dropStages.map((column) =>
            html(
              'td',
              { class: column === stage ? 'chosen' : null, 'data-rate': `${kind} ${index} ${column}` },
              shownRate(rates![column], unit),
            ),
          ),
        ),
      )
  return html(
    'table',
    {},
    html('caption', {}, `Mean rates of the cell shown, ${quantityOf('rate').unit(unit)}, over the fading`),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        html('th', { scope: 'col' }, requests.length === 0 ? 'receiver' : 'receiver, and whom it asks'),
        ...dropStages.map((column) =>
          html('th', { scope: 'col', class: column === stage ? 'chosen' : null }, headings[column]),
        ),
      ),
    ),
    html('tbody', {}, ...rows('communication', users), ...rows('sensing', targets)),
  )
}

const toggle = (
  store: ExplorerStore,
  { station, accepted, withheld }: TopologyRequest,
  number: number,
): HTMLElement => {
  const box = html('input', { type: 'checkbox', 'data-toggle': number })
  box.checked = !withheld
  box.addEventListener('change', () => {
    const others = store.state.withheld.filter((other) => other !== number)
    store.set({ withheld: box.checked ? others : [...others, number].sort((a, b) => a - b) })
  })
  return html(
    'label',
    { class: 'drop-toggle' },
    box,
    `asks base station ${station}${accepted ? '' : ', which abandons it'}`,
  )
}
