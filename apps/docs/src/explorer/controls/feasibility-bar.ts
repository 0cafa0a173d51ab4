import { degreesOfFreedom, isFeasible } from '@isacnet/model'
import { html, withSymbols } from '../../charts/element.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { inSymbols } from '../state/in-symbols.js'
import { mendsOf } from '../state/mends.js'
import { checkNetwork } from '../state/network-check.js'

const overload = 'Overloaded on average: base stations give up the requests that exceed their antennas. '

const knowsOverload = 'Only actual requests and simulations of the channel know this; other methods say nothing.'

/** How the M_t degrees of freedom are spent: own users, nulls for users and targets of other cells, what is left for gain. */
export const feasibilityBar = (store: ExplorerStore): HTMLElement => {
  const parts = {
    users: html('span', { class: 'part users' }),
    communication: html('span', { class: 'part communication' }),
    sensing: html('span', { class: 'part sensing' }),
  }
  const limit = html('span', { class: 'limit' })
  const bar = html('div', { class: 'bar', role: 'img' }, parts.users, parts.communication, parts.sensing, limit)
  const sentence = html('p', { class: 'sentence' })
  const reason = html('p', { class: 'reason', role: 'alert' })
  const mends = html('p', { class: 'mends' })
  let mended = ''
  const written = new Map<HTMLElement, string>()
  /** What is there already is not written again: a slider that moves would have it read out with every step. */
  const write = (element: HTMLElement, text: string): void => {
    if (written.get(element) === text) return
    written.set(element, text)
    element.replaceChildren(...withSymbols(text))
  }
  const update = ({ values }: ExplorerState): void => {
    const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = values
    const check = checkNetwork(values)
    const counts = [K, L, J, Q, values.transmitAntennas].every((count) => Number.isInteger(count) && count >= 1)
    if (counts) {
      const { available, used, diversityOrder } = degreesOfFreedom(values)
      const whole = Math.max(used, available)
      const width = (share: number): string => `${(100 * share) / whole}%`
      parts.users.style.width = width(K)
      parts.communication.style.width = width(K * (L - 1))
      parts.sensing.style.width = width(J * (Q - 1))
      limit.style.left = width(available)
      const text = `K·L + J·(Q−1) = ${K}·${L} + ${J}·(${Q}−1) = ${used} of M_t = ${available} degrees of freedom`
      bar.setAttribute('aria-label', text)
      bar.classList.toggle('infeasible', used > available)
      const average = L > 1 || Q > 1 ? `${text} on average` : text
      const said = used > available ? average : `${average}, diversity order ${diversityOrder}`
      write(sentence, said)
    }
    const said =
      check.network === undefined ? `${inSymbols(check.reason)}.` : isFeasible(values) ? '' : overload + knowsOverload
    write(reason, said)
    showMends(values)
  }
  const showMends = (values: ExplorerState['values']): void => {
    const found = mendsOf(values)
    const key = JSON.stringify(found)
    if (key === mended) return
    mended = key
    mends.replaceChildren(
      ...found.map(({ parameter, value, text }) => {
        const button = html('button', { type: 'button', 'data-mend': parameter }, ...withSymbols(text))
        button.addEventListener('click', () => store.setValue(parameter, value))
        return button
      }),
    )
    mends.hidden = found.length === 0
  }
  store.subscribe(update)
  update(store.state)
  return html(
    'section',
    { class: 'feasibility', 'aria-label': 'Degrees of freedom' },
    bar,
    html(
      'p',
      { class: 'key', 'aria-hidden': 'true' },
      html('span', { class: 'swatch users' }),
      'own users ',
      html('span', { class: 'swatch communication' }),
      'nulls for users ',
      html('span', { class: 'swatch sensing' }),
      'nulls for targets ',
      html('span', { class: 'swatch gain' }),
      'gain',
    ),
    sentence,
    reason,
    mends,
  )
}
