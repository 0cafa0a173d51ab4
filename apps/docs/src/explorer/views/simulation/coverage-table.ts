import { services } from '@isacnet/model'
import { html } from '../../../charts/element.js'
import { fewestOnEitherSide } from '../../workers/simulation/simulation-report.js'
import { capitalised } from '../capitalised.js'
import { scrollingTable } from '../scrolling-table.js'
import type { DrawnSimulation } from './simulation-charts.js'

/** Every other threshold has a row. */
const rowEvery = 2

const probability = (value: number): string => value.toFixed(4)

/** The coverage that is simulated, with its intervals, beside the exact law: what the charts show, as a table that is folded at first. */
export class CoverageTable {
  private readonly body = html('tbody')
  readonly element = html(
    'details',
    { class: 'parameter-group simulated-coverage' },
    html('summary', {}, 'Coverage in numbers'),
    scrollingTable(
      'Table of the simulated coverage',
      html(
        'table',
        {},
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            html('th', { scope: 'col' }, 'θ (dB)'),
            ...services.flatMap(({ receiver }) => [
              html('th', { scope: 'col' }, `${capitalised(receiver)}, simulated`),
              html('th', { scope: 'col' }, 'exact'),
            ]),
          ),
        ),
        this.body,
      ),
    ),
    html(
      'p',
      { class: 'hint' },
      `Half of the interval after ±; none where fewer than ${fewestOnEitherSide} trials are on one side of the threshold.`,
    ),
  )

  constructor(private readonly drawn: () => DrawnSimulation) {
    this.element.addEventListener('toggle', () => this.update())
  }

  /** Writes the rows anew, if they can be seen. */
  update(): void {
    if (!this.element.open) return
    const { record, expected } = this.drawn()
    const thresholds = (record.last?.communication.coverage ?? []).map(({ thresholdDb }) => thresholdDb)
    this.body.replaceChildren(
      ...thresholds.flatMap((thresholdDb, index) => {
        if (index % rowEvery !== 0) return []
        const cells = services.flatMap(({ service }) => {
          const { mean, interval } = record.last![service].coverage[index]!
          const law = expected?.coverage[service][index]?.coverage
          return [
            probability(mean) + (interval === undefined ? '' : ` ±${probability((interval[1] - interval[0]) / 2)}`),
            law === undefined ? '—' : probability(law),
          ]
        })
        const head = html('th', { scope: 'row' }, String(thresholdDb).replace('-', '−'))
        return [html('tr', {}, head, ...cells.map((cell) => html('td', {}, cell)))]
      }),
    )
  }
}
