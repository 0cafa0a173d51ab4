import {
  type ChosenQuantity,
  type InformationUnit,
  inUnit,
  quantityOf,
  type RateQuantityName,
  type Service,
  services,
} from '@isacnet/model'
import type { ChartTheme } from '../../charts/chart-theme.js'
import { methodCount } from '../workers/methods-of.js'
import type { SweepPoint } from '../workers/sweep.js'
import { methodName } from './rates-table.js'

/** How a curve is drawn: a colour of the theme, lengths of dashes and gaps, a width. */
interface CurveLook {
  readonly colour: Exclude<keyof ChartTheme, 'ink' | 'faint' | 'grid' | 'background'>
  readonly dashes: readonly number[]
  readonly width: number
}

const exact: CurveLook = { colour: 'blue', dashes: [], width: 2.2 }

const others: readonly CurveLook[] = [
  { colour: 'vermillion', dashes: [7, 4], width: 1.7 },
  { colour: 'green', dashes: [2, 3], width: 1.9 },
  { colour: 'purple', dashes: [8, 3, 2, 3], width: 1.7 },
  { colour: 'orange', dashes: [12, 3], width: 1.7 },
]

/** The look of a curve by the place of its method in `NetworkRates`: solid for the exact one only. */
export const curveLook = (place: number): CurveLook => (place === 0 ? exact : others[(place - 1) % others.length]!)

/** The places of methods, of the service that has the most. */
export const methodPlaces: readonly number[] = Array.from(
  { length: Math.max(...services.map(({ service }) => methodCount[service])) },
  (_, place) => place,
)

/** The names of the methods at a place, of both services. */
export const namesAt = (points: readonly SweepPoint[], place: number): string[] => [
  ...new Set(
    points.flatMap((point) =>
      services.flatMap(({ service }) => point[service].slice(place, place + 1).map(({ method }) => methodName(method))),
    ),
  ),
]

/** A curve of one method. */
export interface MethodCurve {
  readonly name: string
  readonly look: CurveLook
  /** NaN where the method says nothing, so that its curve has a gap. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** The curves of a quantity, one for each method of the service. */
export const methodCurves = (
  points: readonly SweepPoint[],
  service: Service,
  quantity: RateQuantityName | ChosenQuantity,
  unit: InformationUnit,
): MethodCurve[] =>
  methodPlaces.slice(0, methodCount[service]).map((place) => ({
    name: methodName(points[0]?.[service][place]?.method ?? ''),
    look: curveLook(place),
    points: points.map(({ x, [service]: methods }) => {
      const found = methods[place]
      const value = typeof quantity === 'string' ? found?.[quantity] : found?.chosen?.value
      const row = typeof quantity === 'string' ? quantityOf(quantity) : quantity.quantity
      return { x, y: value == null ? Number.NaN : inUnit(row, value, unit) }
    }),
  }))
