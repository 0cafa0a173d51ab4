import { UnknownNameError } from './unknown-name-error.js'

/** Unit in which rates are shown. They are computed in nats. */
export type InformationUnit = 'nats' | 'bits'

export const informationUnits: readonly InformationUnit[] = ['nats', 'bits']

/** A quantity in nats, expressed in `unit`: 1 nat is 1/ln 2 ≈ 1.4427 bits. */
export const fromNats = (nats: number, unit: InformationUnit): number => (unit === 'bits' ? nats * Math.LOG2E : nats)

/** @throws {UnknownNameError} when `name` is neither `nats` nor `bits`. */
export const informationUnit = (name: string): InformationUnit => {
  const unit = informationUnits.find((candidate) => candidate === name)
  if (unit === undefined) throw new UnknownNameError('unit', name, informationUnits)
  return unit
}
