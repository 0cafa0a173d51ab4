import { csvText } from '@isacnet/drawing'
import {
  type InformationUnit,
  inUnit,
  type ParameterName,
  rateQuantities,
  type ServiceQuantityName,
  services,
} from '@isacnet/model'
import type { SweepPoint } from '../workers/sweep.js'

const header = ['x_parameter', 'x', 'quantity', 'method', 'y', 'y_unit', 'y_error_estimate']

/** Curves as CSV (RFC 4180), one row per point and method, numbers in full precision. */
export const curvesCsv = (points: readonly SweepPoint[], axis: ParameterName, unit: InformationUnit): string => {
  const rows = points.flatMap(({ x, ...methods }) =>
    services.flatMap(({ service }) =>
      methods[service].flatMap((found) =>
        rateQuantities.flatMap((row) => {
          const { quantity, unit: unitOf } = row
          const { method, rate, errorEstimate, [quantity]: value } = found
          if (value === null || rate === null || errorEstimate === null) return []
          const error = quantity === 'rate' ? errorEstimate : (errorEstimate * value) / rate
          const name: ServiceQuantityName = `${service}-${quantity}`
          return [[axis, x, name, method, inUnit(row, value, unit), unitOf(unit), inUnit(row, error, unit)]]
        }),
      ),
    ),
  )
  return csvText([header, ...rows])
}
