import { isFeasible } from '@isacnet/model'
import { html, withSymbols } from '../../charts/element.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { inSymbols } from '../state/parameters/in-symbols.js'
import { mendsOf } from '../state/parameters/mends.js'
import { checkNetwork } from '../state/parameters/network-check.js'

const overload =
  'Overloaded on average: base stations give up the requests that exceed their antennas. Only actual requests and ' +
  'simulations of the channel know this; other methods say nothing.'

const reasonOf = (values: ExplorerState['values']): string => {
  const check = checkNetwork(values)
  return check.network === undefined ? `${inSymbols(check.reason)}.` : isFeasible(values) ? '' : overload
}

/** Why values make no network, or an overloaded one, with buttons that mend it. */
export const networkProblem = (store: ExplorerStore): HTMLElement => {
  const reason = html('p', { class: 'reason', role: 'alert' })
  const mends = html('p', { class: 'mends' })
  let shown = ''
  const update = ({ values }: ExplorerState): void => {
    const said = reasonOf(values)
    const found = mendsOf(values)
    const key = JSON.stringify([said, found])
    // What is there already is not written again: a slider that moves would have it read out with every step.
    if (key === shown) return
    shown = key
    reason.replaceChildren(...withSymbols(said))
    mends.hidden = found.length === 0
    mends.replaceChildren(
      ...found.map(({ parameter, value, text }) => {
        const button = html('button', { type: 'button', 'data-mend': parameter }, ...withSymbols(text))
        button.addEventListener('click', () => store.setValue(parameter, value))
        return button
      }),
    )
  }
  store.subscribe(update)
  update(store.state)
  return html('div', { class: 'network-problem' }, reason, mends)
}
