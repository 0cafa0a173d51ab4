import { fromNats, type InformationUnit, rateUnit, services } from '@isacnet/model'
import { html } from '../../../charts/element.js'
import type { Distribution } from '../../workers/distribution/distribution.js'
import { type LawReadings, shownFalseAlarm, shownPercentiles } from '../../workers/distribution/law-readings.js'
import { capitalised } from '../capitalised.js'

const short = (value: number): string => String(Number(value.toPrecision(4))).replace('e-', 'e−')

/** The head and the body of the table of what is read off the exact laws. */
export const lawTable = (
  readings: Distribution['readings'],
  thresholdDb: number,
  unit: InformationUnit,
): HTMLElement[] => {
  const of = (text: (found: LawReadings) => string): string[] =>
    services.map(({ service }) => {
      const found = readings[service]
      return found === undefined ? '—' : text(found)
    })
  const row = (head: string, cells: readonly string[]): HTMLElement =>
    html('tr', {}, html('th', { scope: 'row' }, head), ...cells.map((cell) => html('td', {}, cell)))
  const { sensing } = readings
  const both = (errors: readonly [number, number] | undefined, sign: string): string =>
    errors === undefined ? '—' : `${short(errors[0])}${sign}, ${short(errors[1])}${sign}`
  return [
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        html('th', { scope: 'col' }, ''),
        ...services.map(({ receiver }) => html('th', { scope: 'col' }, capitalised(receiver))),
      ),
    ),
    html(
      'tbody',
      {},
      row(
        `coverage at ${String(thresholdDb).replace('-', '−')} dB`,
        of(({ coverage }) => coverage.toPrecision(6)),
      ),
      ...shownPercentiles.map((percentile, i) =>
        row(
          `${percentile} % don’t reach`,
          of(({ percentiles }) => {
            const { sirDb, rate } = percentiles[i]!
            // Where there is little room, it breaks after the comma.
            return `${sirDb.toFixed(2).replace('-', '−')}\u00a0dB, ${short(fromNats(rate, unit))}\u00a0${rateUnit(unit)}`
          }),
        ),
      ),
      row(`detection at ${shownFalseAlarm.toExponential()}`, [
        '',
        sensing?.detection === undefined ? '—' : sensing.detection.toPrecision(6),
      ]),
      row('angle error of half, of 95 %', ['', both(sensing?.angleErrors, '°')]),
      ...(sensing?.rangeErrors === undefined
        ? []
        : [row('range error of half, of 95 %', ['', both(sensing.rangeErrors, ' m')])]),
    ),
  ]
}
