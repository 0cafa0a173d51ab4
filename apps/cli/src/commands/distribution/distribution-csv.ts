import { csvText } from '@isacnet/drawing'
import { rateUnit, services } from '@isacnet/model'
import type { DistributionDocument } from './distribution-schema.js'

const header = [
  'service',
  'method',
  'quantity',
  'parameter',
  'parameter_unit',
  'value',
  'unit',
  'error_estimate',
  'standard_error',
  'lower',
  'upper',
]

type Cell = string | number | null

/** A document as CSV (RFC 4180), one row for each number, in full precision. */
export const distributionCsv = (document: DistributionDocument): string => {
  const rate = rateUnit(document.unit)
  const rows = services.flatMap(({ service }) => {
    const found = document[service]
    if (found === undefined) return []
    const { method, simulated } = found
    const row = (by: string, quantity: string, parameter: readonly [Cell, string], value: readonly Cell[]): Cell[] => [
      service,
      by,
      quantity,
      ...parameter,
      ...value,
      ...Array<null>(6 - value.length).fill(null),
    ]
    return [
      ...found.coverage.map(({ thresholdDb, probability, errorEstimate }) =>
        row(method, 'coverage', [thresholdDb, 'dB'], [probability, '', errorEstimate]),
      ),
      ...found.percentiles.flatMap(({ percentile, sirDb, rate: value }) => [
        row(method, 'percentile-sir', [percentile, '%'], [sirDb, 'dB']),
        row(method, 'percentile-rate', [percentile, '%'], [value, rate]),
      ]),
      ...found.meta.flatMap((moments) =>
        'mean' in moments
          ? (['mean', 'secondMoment', 'variance'] as const).map((moment) =>
              row(
                method,
                `meta-${moment === 'secondMoment' ? 'second-moment' : moment}`,
                [moments.thresholdDb, 'dB'],
                [moments[moment], ''],
              ),
            )
          : [],
      ),
      ...('detection' in found ? sensingRows(found, (...parts) => row(method, ...parts)) : []),
      ...(simulated?.coverage ?? []).map(({ thresholdDb, probability, standardError, interval }) =>
        row(
          'simulation',
          'coverage',
          [thresholdDb, 'dB'],
          [probability, '', null, standardError, ...(interval ?? [null, null])],
        ),
      ),
      ...(simulated?.percentiles ?? []).flatMap(
        ({ percentile, sirDb, sirDbInterval, rate: value, standardError, interval }) => [
          row(
            'simulation',
            'percentile-sir',
            [percentile, '%'],
            [sirDb, 'dB', null, null, ...(sirDbInterval ?? [null, null])],
          ),
          row(
            'simulation',
            'percentile-rate',
            [percentile, '%'],
            [value, rate, null, standardError, ...(interval ?? [null, null])],
          ),
        ],
      ),
    ]
  })
  return csvText([header, ...rows])
}

const sensingRows = (
  { detection, angleError, rangeError }: NonNullable<DistributionDocument['sensing']>,
  row: (quantity: string, parameter: readonly [Cell, string], value: readonly Cell[]) => Cell[],
): Cell[][] => [
  ...detection.map(({ falseAlarm, probability, errorEstimate }) =>
    row('detection', [falseAlarm, ''], [probability, '', errorEstimate]),
  ),
  ...(angleError === null
    ? []
    : [
        row('angle-error', [50, '%'], [angleError.medianDegrees, '°']),
        row('angle-error', [95, '%'], [angleError.percentile95Degrees, '°']),
      ]),
  ...(rangeError === null
    ? []
    : [
        row('range-error', [50, '%'], [rangeError.median, 'm']),
        row('range-error', [95, '%'], [rangeError.percentile95, 'm']),
      ]),
]
