import { csvText } from '@isacnet/drawing'
import { rateUnit, services } from '@isacnet/model'
import { simulationConfidence } from '../../state/simulation-end.js'
import type { Expected } from '../../workers/simulation/expected.js'
import type { SimulatedEstimate } from '../../workers/simulation/simulation-report.js'
import type { SimulationRecord } from './simulation-record.js'

/**
 * A simulation as CSV (RFC 4180), numbers in full precision: the mean rates after as many trials as were reported, and the last coverage, each beside
 * the exact value. What isn't known is empty.
 */
export const simulationCsv = ({ rates, last }: SimulationRecord, expected: Expected | undefined): string => {
  const row = (
    trials: number,
    quantity: string,
    thresholdDb: number | '',
    { mean, interval }: SimulatedEstimate,
    exact: number | null | undefined,
    unit: string,
  ) => [
    trials,
    quantity,
    thresholdDb,
    mean,
    interval?.[0] ?? '',
    interval?.[1] ?? '',
    simulationConfidence,
    exact ?? '',
    unit,
  ]
  const history = rates.flatMap((of) =>
    services.map(({ service }) =>
      row(of.trials, `${service}-rate`, '', of[service], expected?.rates[service][0]?.rate, rateUnit('nats')),
    ),
  )
  const coverage = services.flatMap(({ service }) =>
    (last?.[service].coverage ?? []).map((found, index) =>
      row(
        last!.trials,
        `${service}-coverage`,
        found.thresholdDb,
        found,
        expected?.coverage[service][index]?.coverage,
        '',
      ),
    ),
  )
  const head = ['trials', 'quantity', 'threshold_db', 'mean', 'low', 'high', 'confidence', 'exact', 'unit']
  return csvText([head, ...history, ...coverage])
}
