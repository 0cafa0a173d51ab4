import { degreesOfFreedom } from '@isacnet/model'
import { html, withSymbols } from '../../charts/element.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'

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
  let written = ''
  const update = ({ values }: ExplorerState): void => {
    const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = values
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
      // What is there already is not written again.
      if (said !== written) sentence.replaceChildren(...withSymbols(said))
      written = said
    }
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
  )
}
