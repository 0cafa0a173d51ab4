import {
  type ChosenQuantity,
  type InformationUnit,
  inUnit,
  quantityOf,
  type RateQuantityName,
  type Service,
} from '@isacnet/model'
import type { CurveMember } from '../../state/curves/curve-members.js'
import type { SweepPoint } from '../../workers/theorems/sweep.js'
import { type CurveLook, curveLook, memberColour } from '../curve-look.js'

/** A curve of one method and one network. */
export interface MethodCurve {
  readonly name: string
  readonly look: CurveLook
  /** NaN where the method says nothing, so that its curve has a gap. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** The curves of a quantity, one for each network and each method that is shown; where there are several networks, a colour is a network. */
export const methodCurves = (
  members: readonly CurveMember[],
  points: readonly (readonly SweepPoint[])[],
  service: Service,
  quantity: RateQuantityName | ChosenQuantity,
  unit: InformationUnit,
): MethodCurve[] =>
  members.flatMap(({ name }, member) => {
    const its = points[member] ?? []
    const shown = its.find(({ [service]: methods }) => methods.length > 0)?.[service] ?? []
    return shown.map(({ place }, index) => {
      const titles = [...new Set(its.flatMap(({ [service]: methods }) => methods[index]?.title ?? []))]
      const title = titles.join(' / ')
      const look = curveLook(place)
      return {
        name: name === '' ? title : `${name} · ${title}`,
        look: members.length > 1 ? { ...look, colour: memberColour(member) } : look,
        points: its.map(({ x, [service]: methods }) => {
          const found = methods[index]
          const value = typeof quantity === 'string' ? found?.[quantity] : found?.chosen?.value
          const row = typeof quantity === 'string' ? quantityOf(quantity) : quantity.quantity
          return { x, y: value == null ? Number.NaN : inUnit(row, value, unit) }
        }),
      }
    })
  })
