import { permittedValues } from '@isacnet/model'
import { html, symbolElement, withSymbols } from '../../charts/element.js'
import { type ExplorerState, type ExplorerStore, initialExplorerState } from '../state/explorer-state.js'
import {
  allocationParameters,
  definitionOf,
  type ExplorerParameter,
  type explorerParameters,
} from '../state/parameters/explorer-parameters.js'
import { fromScale, onScale, parameterRange } from '../state/parameters/parameter-range.js'
import { plainNumber } from '../state/parameters/parameter-text.js'
import { isPermitted } from '../state/parameters/permitted-value.js'

interface Group {
  readonly title: string
  readonly names: readonly ExplorerParameter[]
  readonly open: boolean
}

const groups: readonly Group[] = [
  {
    title: 'How antennas are spent',
    names: allocationParameters,
    open: true,
  },
  { title: 'Antennas', names: ['transmitAntennas', 'receiveAntennas', 'maxTargetsPerCell'], open: true },
  { title: 'Propagation', names: ['pathLossExponent', 'echoPathLossExponent', 'baseStationDensity'], open: true },
  {
    title: 'Echo',
    names: ['radarCrossSection', 'receiveFilterGain', 'matchedFilterGain', 'rmsBandwidth'],
    open: false,
  },
  {
    title: 'Noise and clutter',
    names: ['noisePower', 'transmitPower', 'clutterDensity', 'clutterCrossSection', 'clutterResidual'],
    open: false,
  },
]

/** A slider and a field for every parameter, with its unit and what it may be. */
export const parameterControls = (store: ExplorerStore): HTMLElement => {
  const rows = new Map<ExplorerParameter, ParameterRow>()
  const sections = groups.map(({ title, names, open }) => {
    const made = names.map((name) => {
      const row = parameterRow(definitionOf(name), store)
      rows.set(name, row)
      return row.element
    })
    const changed = names.some((name) => store.state.values[name] !== initialExplorerState.values[name])
    return html('details', { class: 'parameter-group', open: open || changed }, html('summary', {}, title), ...made)
  })
  const update = ({ values }: ExplorerState): void => {
    for (const [name, row] of rows) row.show(values[name])
  }
  store.subscribe(update)
  update(store.state)
  return html(
    'div',
    { class: 'parameter-controls', role: 'group', 'aria-label': 'Parameters of the network' },
    ...sections,
  )
}

interface ParameterRow {
  readonly element: HTMLElement
  show(value: number): void
}

const parameterRow = (definition: (typeof explorerParameters)[number], store: ExplorerStore): ParameterRow => {
  const { name, symbol, meaning, unit, integer } = definition
  const range = parameterRange(name)
  const id = `parameter-${name}`
  const permitted = permittedValues(definition)
  const field = html('input', {
    id,
    type: 'text',
    inputmode: integer ? 'numeric' : 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    'data-parameter': name,
    'aria-describedby': `${id}-fault`,
    title: permitted,
  })
  const slider = html('input', {
    type: 'range',
    min: onScale(range, range.from),
    max: onScale(range, range.to),
    step: range.step,
    'data-slider': name,
    'aria-label': `${plainName(symbol)}, ${meaning}`,
  })
  const fault = html('p', { class: 'fault', id: `${id}-fault`, role: 'status' })
  let said = ''
  const say = (reason: string): void => {
    if (said === reason) return
    said = reason
    fault.replaceChildren(...withSymbols(reason))
    field.setAttribute('aria-invalid', String(reason !== ''))
  }
  // What can't be read, or can't be, is marked, and changes nothing.
  field.addEventListener('input', () => {
    const value = plainNumber(field.value)
    if (isPermitted(definition, value)) {
      say('')
      store.setValue(name, value)
    } else say(`${symbol} must be ${permitted}${field.value.trim() === '' ? '' : `, got “${field.value.trim()}”`}`)
  })
  slider.addEventListener('input', () => store.setValue(name, fromScale(range, Number(slider.value))))
  let shown = Number.NaN
  return {
    element: html(
      'div',
      { class: 'parameter' },
      html('label', { for: id }, symbolElement(symbol), html('span', { class: 'meaning' }, ...withSymbols(meaning))),
      slider,
      html('span', { class: 'field' }, field, unit === '' ? null : html('span', { class: 'unit' }, unit)),
      fault,
    ),
    show: (value) => {
      // To write what is there already would cost a layout for each row; what says the same in other words is being typed.
      if (Object.is(shown, value)) return
      shown = value
      if (!Object.is(plainNumber(field.value), value)) field.value = String(value)
      say('')
      const place = onScale(range, value)
      if (!Number.isFinite(place)) return
      // A value beyond the slider extends it.
      slider.min = String(Math.min(onScale(range, range.from), place))
      slider.max = String(Math.max(onScale(range, range.to), place))
      if (document.activeElement !== slider || fromScale(range, Number(slider.value)) !== value)
        slider.value = String(place)
      slider.setAttribute('aria-valuetext', `${value}${unit === '' ? '' : ` ${unit}`}`)
    },
  }
}

const plainName = (symbol: string): string => symbol.replace('_', ' ')
