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
import type { SweepPoint } from '../workers/sweep.js'

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

/** The names of the methods by their places, of both services. */
export const namesByPlace = (points: readonly SweepPoint[]): string[][] => {
  const names: Set<string>[] = []
  for (const point of points)
    for (const { service } of services)
      for (const [place, { title }] of point[service].entries()) {
        names[place] ??= new Set()
        names[place].add(title)
      }
  return names.map((some) => [...some])
}

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
  (points[0]?.[service] ?? []).map(({ title }, place) => ({
    name: title,
    look: curveLook(place),
    points: points.map(({ x, [service]: methods }) => {
      const found = methods[place]
      const value = typeof quantity === 'string' ? found?.[quantity] : found?.chosen?.value
      const row = typeof quantity === 'string' ? quantityOf(quantity) : quantity.quantity
      return { x, y: value == null ? Number.NaN : inUnit(row, value, unit) }
    }),
  }))
