import { permittedName } from '../../errors/permitted-name.js'

/** Unit in which rates are shown. They are computed in nats. */
export type InformationUnit = 'nats' | 'bits'

export const informationUnits: readonly InformationUnit[] = ['nats', 'bits']

/**
 * A quantity in nats, expressed in `unit`: 1 nat is 1/ln 2 ≈ 1.4427 bits.
 *
 * @example
 * fromNats(1, 'bits').toFixed(4) // '1.4427'
 *
 * @throws {UnknownNameError} when the unit is neither `nats` nor `bits`.
 */
export const fromNats = (nats: number, unit: InformationUnit): number =>
  permittedName('unit', unit, informationUnits) === 'bits' ? nats * Math.LOG2E : nats

/**
 * The unit of a rate, `nat/s/Hz` or `bit/s/Hz`.
 *
 * @example
 * rateUnit('bits') // 'bit/s/Hz'
 */
export const rateUnit = (unit: InformationUnit): string => (unit === 'bits' ? 'bit/s/Hz' : 'nat/s/Hz')

/**
 * The unit of an area spectral efficiency, `nat/s/Hz/km²` or `bit/s/Hz/km²`.
 *
 * @example
 * areaSpectralEfficiencyUnit('bits') // 'bit/s/Hz/km²'
 */
export const areaSpectralEfficiencyUnit = (unit: InformationUnit): string => `${rateUnit(unit)}/km²`
