import { chosenServiceQuantity, fromNats, type InformationUnit, services, sirQuantities } from '@isacnet/model'
import { html, symbolElement } from '../../../charts/element.js'
import { textField } from '../../controls/text-field.js'
import type { limitNames } from '../../state/allocation-limits.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import { plainNumber } from '../../state/parameters/parameter-text.js'

type LimitName = (typeof limitNames)[number]

/** The limits with a field of their own. */
const fields: readonly { readonly name: LimitName; readonly symbol: string; readonly label: string }[] = [
  { name: 'minCommunicationRate', symbol: 'R_c', label: 'Least rate of a user' },
  { name: 'minSensingRate', symbol: 'R_s', label: 'Least rate of a target' },
  { name: 'minCommunicationClusterSize', symbol: 'L', label: 'Least cluster of a user' },
  { name: 'minSensingClusterSize', symbol: 'Q', label: 'Least cluster of a target' },
]

const isRate = (name: LimitName): boolean => name.endsWith('Rate')

/** Fields for the limits of allocations: rates, clusters, coverage; an empty field asks for nothing. */
export const limitControls = (store: ExplorerStore): HTMLElement => {
  const inNats = (name: LimitName, value: number, unit: InformationUnit): number =>
    isRate(name) ? value / fromNats(1, unit) : value
  const shown = (name: LimitName, { limits, unit }: ExplorerState): string => {
    const limit = limits[name]
    return limit === undefined ? '' : String(Number((isRate(name) ? fromNats(limit, unit) : limit).toPrecision(10)))
  }
  const set = (name: string, limit: number | undefined): void => {
    const { [name]: _before, ...others } = store.state.limits
    store.set({ limits: limit === undefined ? others : { ...others, [name]: limit } })
  }
  const field = ({ name, symbol, label }: (typeof fields)[number]): HTMLElement =>
    html(
      'span',
      { class: 'limit' },
      symbolElement(symbol),
      textField({
        id: `limit-${name}`,
        label,
        sign: '≥',
        text: () => shown(name, store.state),
        take: (text) => {
          if (text === '') return set(name, undefined)
          const value = plainNumber(text)
          const permitted = isRate(name) ? value >= 0 : Number.isInteger(value) && value >= 1
          if (!permitted || !Number.isFinite(value))
            throw new Error(
              `${symbol} must be at least ${isRate(name) ? 'a number ≥ 0' : 'an integer ≥ 1'}, got “${text}”`,
            )
          set(name, inNats(name, value, store.state.unit))
        },
        store,
      }).element,
    )
  const coverage = services.map((definition) => {
    const named = (limits: ExplorerState['limits']): string | undefined =>
      Object.keys(limits).find((name) => name.startsWith(`${definition.service}-coverage:`))
    return html(
      'span',
      { class: 'limit' },
      `${definition.receiver}s covered at `,
      textField({
        id: `limit-coverage-${definition.service}`,
        label: `Least coverage of ${definition.receiver}s, such as 0 dB: 0.9`,
        sign: '',
        text: () => {
          const name = named(store.state.limits)
          return name === undefined
            ? ''
            : `${name.slice(name.indexOf(':') + 1).replace('dB', ' dB')}: ${store.state.limits[name]}`
        },
        take: (text) => {
          const before = named(store.state.limits)
          const { [before ?? '']: _gone, ...others } = store.state.limits
          if (text === '') return store.set({ limits: others })
          const [threshold = '', share = ''] = text.split(':')
          const { name } = chosenServiceQuantity(`${definition.service}-coverage:${threshold.trim()}`)
          const least = plainNumber(share)
          if (!(least >= 0 && least <= 1))
            throw new Error(`A coverage is a threshold and a share, such as 0 dB: 0.9, got “${text}”`)
          store.set({ limits: { ...others, [name]: least } })
        },
        store,
      }).element,
    )
  })
  return html(
    'details',
    { class: 'more-choices limits', open: Object.keys(store.state.limits).length > 0 },
    html('summary', {}, 'What every allocation has to reach'),
    html('p', { class: 'choice' }, ...fields.map(field)),
    html('p', { class: 'choice' }, ...coverage, html('span', { class: 'hint' }, 'such as 0 dB: 0.9')),
  )
}

/** The choice of what the best allocation maximises. */
export const objectiveControl = (store: ExplorerStore): HTMLElement => {
  const select = html(
    'select',
    { id: 'region-objective' },
    html('option', { value: 'sum' }, 'ρ T_c + (1−ρ) T_s'),
    html('option', { value: 'communication' }, 'T_c: communication of a square kilometre'),
    html('option', { value: 'sensing' }, 'T_s: sensing of a square kilometre'),
    ...sirQuantities().flatMap((quantity) =>
      services
        .filter(({ service }) => quantity.services.includes(service))
        .map((definition) => {
          const { name, chosen } = chosenServiceQuantity(`${definition.service}-${quantity.quantity}`)
          return html('option', { value: name }, `${chosen.heading}, ${definition.receiver}s`)
        }),
    ),
  )
  const weight = html('input', { id: 'region-weight', type: 'range', min: 0, max: 1, step: 0.01, value: 0.5 })
  const weightShown = html('output', { for: 'region-weight' })
  const weighing = html(
    'span',
    { class: 'weighing' },
    html('label', { for: 'region-weight' }, 'Weight of communication ρ '),
    weight,
    weightShown,
  )
  select.addEventListener('change', () => store.set({ objective: select.value }))
  weight.addEventListener('input', () => store.set({ weight: Number(weight.value) }))
  const show = ({ objective, weight: rho }: ExplorerState): void => {
    if (![...select.options].some(({ value }) => value === objective))
      select.append(html('option', { value: objective }, objective))
    select.value = objective
    weighing.hidden = objective !== 'sum'
    weight.value = String(rho)
    weightShown.textContent = rho.toFixed(2)
  }
  store.subscribe(show)
  show(store.state)
  return html('p', { class: 'choice' }, html('label', { for: 'region-objective' }, 'Best by '), select, weighing)
}
