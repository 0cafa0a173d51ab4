import { csvText } from '@isacnet/drawing'
import {
  type ChosenQuantity,
  type InformationUnit,
  inUnit,
  rateQuantities,
  type Service,
  type ServiceQuantityName,
  services,
} from '@isacnet/model'
import type { ExplorerParameter } from '../state/parameters/explorer-parameters.js'
import type { MethodValue, SweepPoint } from '../workers/theorems/sweep.js'

const header = ['network', 'x_parameter', 'x', 'quantity', 'method', 'y', 'y_unit', 'y_error_estimate']

/** The curves of a network, and what it is called beside the others. */
interface NamedCurves {
  readonly name: string
  readonly points: readonly SweepPoint[]
}

/** Curves as CSV (RFC 4180), one row per network, point and method, numbers in full precision. */
export const curvesCsv = (
  networks: readonly NamedCurves[],
  axis: ExplorerParameter,
  unit: InformationUnit,
  chosen?: ChosenQuantity,
): string => {
  const rows = networks.flatMap(({ name: network, points }) =>
    points.flatMap((point) => pointRows(point, axis, unit, chosen).map((row) => [network, ...row])),
  )
  return csvText([header, ...rows])
}

const pointRows = (
  { x, ...methods }: SweepPoint,
  axis: ExplorerParameter,
  unit: InformationUnit,
  chosen: ChosenQuantity | undefined,
): (string | number)[][] =>
  services.flatMap(({ service }) =>
    methods[service].flatMap((found) => [
      ...chosenRows(axis, x, service, found, chosen, unit),
      ...rateQuantities.flatMap((row) => {
        const { quantity, unit: unitOf } = row
        const { method, rate, errorEstimate, [quantity]: value } = found
        if (value === null || rate === null || errorEstimate === null) return []
        const error = quantity === 'rate' ? errorEstimate : (errorEstimate * value) / rate
        const name: ServiceQuantityName = `${service}-${quantity}`
        return [[axis, x, name, method, inUnit(row, value, unit), unitOf(unit), inUnit(row, error, unit)]]
      }),
    ]),
  )

/** The row of a quantity of the law of the SIR, where there is one. */
const chosenRows = (
  axis: ExplorerParameter,
  x: number,
  service: Service,
  { method, chosen: found }: MethodValue,
  chosen: ChosenQuantity | undefined,
  unit: InformationUnit,
): (string | number)[][] => {
  if (chosen === undefined || found == null) return []
  const { quantity, name } = chosen
  return [
    [
      axis,
      x,
      `${service}-${name}`,
      method,
      inUnit(quantity, found.value, unit),
      quantity.unit(unit),
      inUnit(quantity, found.errorEstimate, unit),
    ],
  ]
}
