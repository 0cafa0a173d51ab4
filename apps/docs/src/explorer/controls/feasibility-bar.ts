import { degreesOfFreedom, isFeasible } from '@isacnet/model'
import { html } from '../../charts/element.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { checkNetwork } from '../state/network-check.js'

const overload =
  'Overloaded on average: base stations give up the requests that exceed their antennas. Only actual-requests and ' +
  'simulation of the channel know this; methods with mean requests do not apply.'

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
      sentence.textContent = used > available ? average : `${average}, diversity order ${diversityOrder}`
    }
    const said = check.network === undefined ? check.reason : isFeasible(values) ? '' : overload
    if (reason.textContent !== said) reason.textContent = said
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
  )
}
