import {
  areaSpectralEfficiencyUnit,
  fromNats,
  type InformationUnit,
  type ParameterName,
  rateUnit,
} from '@isacnet/model'
import type { SweepPoint } from './sweep.js'

const header = ['x_parameter', 'x', 'quantity', 'method', 'y', 'y_unit', 'y_error_estimate']

/** Curves as CSV (RFC 4180), one row per point and method, numbers in full precision. */
export const curvesCsv = (points: readonly SweepPoint[], axis: ParameterName, unit: InformationUnit): string => {
  const rows = points.flatMap(({ x, communication, sensing }) =>
    [
      { methods: communication, rate: 'communication-rate', ase: 'communication-ase' },
      { methods: sensing, rate: 'sensing-rate', ase: 'sensing-ase' },
    ].flatMap((kind) =>
      kind.methods.flatMap(({ method, rate, ase, errorEstimate }) =>
        rate === null || ase === null || errorEstimate === null
          ? []
          : [
              [axis, x, kind.rate, method, fromNats(rate, unit), rateUnit(unit), fromNats(errorEstimate, unit)],
              [
                axis,
                x,
                kind.ase,
                method,
                fromNats(ase, unit),
                areaSpectralEfficiencyUnit(unit),
                fromNats((errorEstimate * ase) / rate, unit),
              ],
            ],
      ),
    ),
  )
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}
