import { fromNats, quantitySymbol, services } from '@isacnet/model'
import { html, symbolElement } from '../../../charts/element.js'
import { simulationConfidence } from '../../state/simulation-end.js'
import { rateText } from '../number-format.js'
import type { DrawnSimulation } from './simulation-charts.js'

/** A number of trials, in groups of three digits. */
export const trialsText = (trials: number): string => String(trials).replace(/\B(?=(\d{3})+$)/g, '\u202f')

const isInside = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high

/** Where theorems are, seen from an interval. */
const verdict = (value: number | null | undefined, name: string, interval: readonly [number, number]): string =>
  value == null ? '' : `, ${name} is ${isInside(value, interval) ? 'inside' : 'outside'}`

/** The findings of a simulation so far, as entries of a list of descriptions. */
export const simulationResults = ({ record: { last }, expected, unit }: DrawnSimulation): HTMLElement[] => {
  if (last === undefined) return []
  const text = (nats: number): string => rateText(fromNats(nats, unit))
  const rates = services.flatMap(({ service }) => {
    const symbol = quantitySymbol('rate', service)
    const { mean, interval } = last[service].rate
    const known = (expected?.rates[service] ?? []).filter(({ method }) => ['exact', 'actual-requests'].includes(method))
    const found =
      interval === undefined
        ? `${text(mean)}, no interval yet: it takes two batches of trials`
        : `${text(mean)}, ${100 * simulationConfidence} % interval ${text(interval[0])} … ${text(interval[1])} ` +
          `(±${percentText((interval[1] - interval[0]) / 2 / Math.abs(mean))} %)` +
          known.map(({ rate, title }) => verdict(rate, title, interval)).join('')
    const data = {
      'data-result': symbol,
      'data-mean': mean,
      ...(interval === undefined ? {} : { 'data-low': interval[0], 'data-high': interval[1] }),
    }
    return [html('dt', {}, symbolElement(symbol)), html('dd', data, found)]
  })
  const coverage = services.flatMap(({ service, receiver }) => {
    const compared = last[service].coverage.flatMap(({ interval }, index) => {
      const law = expected?.coverage[service][index]?.coverage
      return interval === undefined || law === undefined ? [] : [isInside(law, interval)]
    })
    return compared.length === 0
      ? []
      : [
          html('dt', {}, `coverage of a ${receiver}`),
          html(
            'dd',
            { 'data-result': `${service}-coverage` },
            `exact is inside ${compared.filter((inside) => inside).length} of ${compared.length} intervals`,
          ),
        ]
  })
  return [
    html('dt', {}, 'trials'),
    html('dd', { 'data-result': 'trials' }, trialsText(last.trials)),
    ...rates,
    ...coverage,
  ]
}

const percentText = (share: number): string => String(Number((100 * share).toPrecision(2)))
