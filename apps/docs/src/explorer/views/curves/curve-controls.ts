import { html } from '../../../charts/element.js'
import { choiceControl } from '../../controls/choice-control.js'
import { quantityControl } from '../../controls/quantity-control.js'
import { textField } from '../../controls/text-field.js'
import { axisScales, mostPinned, readFamily } from '../../state/curve-choices.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import { definitionOf, type ExplorerParameter, explorerParameters } from '../../state/parameters/explorer-parameters.js'
import { parameterRange, shownAxis } from '../../state/parameters/parameter-range.js'
import { plainNumber, plainSymbolOf } from '../../state/parameters/parameter-text.js'
import { curveQuantities } from './curve-quantities.js'

/** The choices of curves: what their axis is, which networks they are of, what is shown of them. */
export const curveControls = (store: ExplorerStore): HTMLElement => {
  const pin = html('button', { type: 'button' }, 'Pin this network')
  pin.addEventListener('click', () => {
    const { values, clusters, pinned } = store.state
    store.set({ pinned: [...pinned, { values, clusters }].slice(-mostPinned) })
  })
  return html(
    'div',
    { class: 'curve-controls' },
    html(
      'p',
      { class: 'choice' },
      ...choiceControl({
        id: 'explorer-axis',
        label: 'Against ',
        options: explorerParameters.map(({ name, symbol, meaning }) => [name, `${symbol}: ${meaning}`] as const),
        chosen: ({ axis }) => axis,
        choose: (axis) => store.set({ axis, range: null, xScale: null }),
        store,
      }),
    ),
    familyControl(store),
    html('p', { class: 'choice' }, pin),
    html(
      'details',
      { class: 'more-choices', open: hasOtherAxes(store.state) },
      html('summary', {}, 'Axes and quantity'),
      rangeControl(store),
      scaleControl(store),
      quantityControl(store),
      chartControl(store),
    ),
  )
}

const hasOtherAxes = ({ range, xScale, yScale, quantity, large }: ExplorerState): boolean =>
  range !== null || xScale !== null || yScale !== 'linear' || quantity !== 'rates' || large !== ''

/** One curve for each of some values of a parameter. */
const familyControl = (store: ExplorerStore): HTMLElement => {
  const parameter = html(
    'select',
    { id: 'curves-each' },
    html('option', { value: '' }, 'nothing'),
    ...explorerParameters.map(({ name, symbol }) => html('option', { value: name }, symbol)),
  )
  const note = html('span', { class: 'hint' })
  const field = textField({
    id: 'curves-each-values',
    label: 'Values, one curve for each',
    sign: '=',
    text: () => store.state.family?.values.join(', ') ?? '',
    take: (text) => {
      const { family } = store.state
      if (family === null) return
      store.set({ family: readFamily(`${plainSymbolOf(family.parameter)}:${text.replaceAll(';', ',')}`) })
    },
    store,
  })
  parameter.addEventListener('change', () => {
    const name = parameter.value as ExplorerParameter | ''
    store.set({ family: name === '' ? null : { parameter: name, values: firstValues(name, store.state.values[name]) } })
  })
  const update = ({ family, axis }: ExplorerState): void => {
    parameter.value = family?.parameter ?? ''
    field.element.hidden = family === null
    note.textContent =
      family !== null && family.parameter === axis
        ? `${definitionOf(axis).symbol} is the axis: each curve goes through all of its values.`
        : ''
  }
  store.subscribe(update)
  update(store.state)
  return html(
    'p',
    { class: 'choice' },
    html('label', { for: 'curves-each' }, 'one curve for each '),
    parameter,
    field.element,
    note,
  )
}

/** Values that are worth comparing, among them the one chosen. */
const firstValues = (name: ExplorerParameter, chosen: number): readonly number[] => {
  const { from, to, scale } = parameterRange(name)
  const { integer } = definitionOf(name)
  const others = integer
    ? chosen <= 8
      ? [1, 2, 4]
      : [chosen / 2, chosen, 2 * chosen].map(Math.round)
    : scale === 'logarithmic'
      ? [chosen / 10, chosen, 10 * chosen].map((value) => Number(value.toPrecision(3)))
      : shownAxis(name, { from, to }, 'linear').values.filter((_, index) => index % 16 === 0)
  return [...new Set(integer && chosen <= 8 ? [...others, chosen] : others)].sort((a, b) => a - b)
}

const rangeControl = (store: ExplorerStore): HTMLElement => {
  const end = (id: 'from' | 'to', label: string) =>
    textField({
      id: `curves-${id}`,
      label,
      text: () => String(shownAxis(store.state.axis, store.state.range, store.state.xScale)[id]),
      take: (text) => {
        const { axis, range, xScale } = store.state
        const { from, to } = shownAxis(axis, range, xScale)
        const changed = { from, to, [id]: plainNumber(text) }
        if (!(changed.from < changed.to)) throw new Error('The axis goes from a number to a greater one.')
        store.set({ range: changed })
      },
      store,
    }).element
  const whole = html('button', { type: 'button' }, 'its own range')
  whole.addEventListener('click', () => store.set({ range: null, xScale: null }))
  return html('p', { class: 'choice' }, html('span', {}, 'Axis'), end('from', 'from'), end('to', 'to'), whole)
}

const scaleControl = (store: ExplorerStore): HTMLElement => {
  const options = axisScales.map((scale) => [scale, scale] as const)
  return html(
    'p',
    { class: 'choice' },
    ...choiceControl({
      id: 'curves-x-scale',
      label: 'Horizontal ',
      options,
      chosen: ({ axis, range, xScale }) => shownAxis(axis, range, xScale).scale,
      choose: (scale) => store.set({ xScale: scale === parameterRange(store.state.axis).scale ? null : scale }),
      store,
    }),
    ...choiceControl({
      id: 'curves-y-scale',
      label: ' vertical ',
      options,
      chosen: ({ yScale }) => yScale,
      choose: (yScale) => store.set({ yScale }),
      store,
    }),
  )
}

/** Which charts are shown: all, or one that is large. */
const chartControl = (store: ExplorerStore): HTMLElement => {
  const select = html('select', { id: 'curves-chart' })
  let made = ''
  select.addEventListener('change', () => store.set({ large: select.value }))
  const update = ({ quantity, large }: ExplorerState): void => {
    if (made !== quantity) {
      made = quantity
      select.replaceChildren(
        html('option', { value: '' }, 'all charts'),
        ...curveQuantities(quantity).map(({ id, symbol, title }) =>
          html('option', { value: id }, symbol === '' ? title : `${symbol}, large`),
        ),
      )
    }
    select.value = curveQuantities(quantity).some(({ id }) => id === large) ? large : ''
  }
  store.subscribe(update)
  update(store.state)
  return html('p', { class: 'choice' }, html('label', { for: 'curves-chart' }, 'Show '), select)
}
