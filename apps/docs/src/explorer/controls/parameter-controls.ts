import { permittedValues } from '@isacnet/model'
import { html, symbolElement } from '../../charts/element.js'
import { type ExplorerParameter, explorerParameters } from '../state/explorer-parameters.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { checkNetwork } from '../state/network-check.js'
import { fromScale, onScale, parameterRange } from '../state/parameter-range.js'

interface Group {
  readonly title: string
  readonly names: readonly ExplorerParameter[]
  readonly open: boolean
}

const groups: readonly Group[] = [
  {
    title: 'How antennas are spent',
    names: ['usersPerCell', 'communicationClusterSize', 'targetsPerCell', 'sensingClusterSize'],
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
      const row = parameterRow(explorerParameters.find((definition) => definition.name === name)!, store)
      rows.set(name, row)
      return row.element
    })
    const changed = names.some((name) => store.state.values[name] !== defaultOf(name))
    return html('details', { class: 'parameter-group', open: open || changed }, html('summary', {}, title), ...made)
  })
  const update = (state: ExplorerState): void => {
    const check = checkNetwork(state.values)
    const blamed = check.network === undefined && check.parameters.length === 1 ? check.parameters : []
    for (const [name, row] of rows) row.show(state.values[name], blamed.includes(name) ? check.reason : undefined)
  }
  store.subscribe(update)
  update(store.state)
  return html(
    'div',
    { class: 'parameter-controls', role: 'group', 'aria-label': 'Parameters of the network' },
    ...sections,
  )
}

const defaultOf = (name: ExplorerParameter): number =>
  explorerParameters.find((definition) => definition.name === name)!.defaultValue

interface ParameterRow {
  readonly element: HTMLElement
  show(value: number, fault: string | undefined): void
}

const parameterRow = (definition: (typeof explorerParameters)[number], store: ExplorerStore): ParameterRow => {
  const { name, symbol, meaning, unit, integer } = definition
  const range = parameterRange(name)
  const id = `parameter-${name}`
  const field = html('input', {
    id,
    type: 'text',
    inputmode: integer ? 'numeric' : 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    'data-parameter': name,
    'aria-describedby': `${id}-fault`,
    title: permittedValues(definition),
  })
  const slider = html('input', {
    type: 'range',
    min: onScale(range, range.from),
    max: onScale(range, range.to),
    step: range.step,
    'data-slider': name,
    'aria-label': `${plainName(symbol)}, ${meaning}`,
  })
  const fault = html('p', { class: 'fault', id: `${id}-fault` })
  field.addEventListener('input', () => store.setValue(name, numberOf(field.value)))
  // What `1,000` was read as is seen when the field is left.
  field.addEventListener('change', () => {
    const value = numberOf(field.value)
    if (!Number.isNaN(value)) field.value = String(value)
  })
  slider.addEventListener('input', () => store.setValue(name, fromScale(range, Number(slider.value))))
  let shown: { readonly value: number; readonly said: string } | undefined
  return {
    element: html(
      'div',
      { class: 'parameter' },
      html('label', { for: id }, symbolElement(symbol), html('span', { class: 'meaning' }, meaning)),
      slider,
      html('span', { class: 'field' }, field, unit === '' ? null : html('span', { class: 'unit' }, unit)),
      fault,
    ),
    show: (value, reason) => {
      // To write what is there already would cost a layout for each row.
      const text = String(value)
      // Nor is what says the same in other words, while it is typed.
      if (!Number.isNaN(value) && !Object.is(numberOf(field.value), value)) field.value = text
      const said = reason === undefined ? '' : reason.replace('got NaN', `got “${field.value}”`)
      if (shown !== undefined && Object.is(shown.value, value) && shown.said === said) return
      shown = { value, said }
      if (!Number.isNaN(value)) {
        const place = onScale(range, value)
        if (document.activeElement !== slider || fromScale(range, Number(slider.value)) !== value)
          slider.value = String(Number.isFinite(place) ? place : range.from)
        slider.setAttribute('aria-valuetext', `${value}${unit === '' ? '' : ` ${unit}`}`)
      }
      field.setAttribute('aria-invalid', String(reason !== undefined))
      fault.textContent = said
    },
  }
}

/** The number that was typed, NaN if it is none. */
const numberOf = (typed: string): number => {
  const text = typed.trim().replace(',', '.').replace('−', '-')
  return text === '' ? Number.NaN : Number(text)
}

const plainName = (symbol: string): string => symbol.replace('_', ' ')
