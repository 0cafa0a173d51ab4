import { beforeAll, describe, expect, it } from 'vitest'
import { type Dimension, nativeUnit, UnitError, unitConversion, unitNames } from './unit.js'

beforeAll(() => import('./mathjs-subset.js'), 60_000)

describe('units', () => {
  it.each<[number, string, Dimension, number]>([
    [4, '/km^2', 'density', 4],
    [4, '1/km^2', 'density', 4],
    [4, '/ km²', 'density', 4],
    [4, 'per km^2', 'density', 4],
    [4, 'km⁻²', 'density', 4],
    [2e-6, 'm^-2', 'density', 2],
    [1, '/mi^2', 'density', 1 / 1.609344 ** 2],
    [1, '/(km)', 'none', Number.NaN],
    [500, 'mW', 'power', 0.5],
    [2, 'kW', 'power', 2000],
    [3, 'W', 'power', 3],
    [30, 'dBm', 'power', 1],
    [-174, 'dBm', 'power', 10 ** -20.4],
    [10, 'dBW', 'power', 10],
    [3, 'dB', 'ratio', 10 ** 0.3],
    [0.7, '%', 'ratio', 0.007],
    [250, 'm', 'length', 0.25],
    [3, 'bit/s/Hz', 'information', 3 * Math.LN2],
    [3, 'nats', 'information', 3],
    [3, '', 'none', 3],
  ])('%d %s', async (value, unit, dimension, expected) => {
    if (Number.isNaN(expected)) await expect(unitConversion(unit, dimension)).rejects.toThrow(UnitError)
    else expect((await unitConversion(unit, dimension))(value)).toBeCloseTo(expected, 14)
  })

  it.each([
    ...['constructor', '__proto__', 'toString', 'km^99', 'km^-', '()', '1e9', 'W W W W W W W W', 'W'.repeat(50)],
    ...['degC', 'dBi', 'furlongs', 'km^2', 's', 'J', '/km^2 ;', 'createUnit', 'W, 1', 'W = 5', '', ' '],
  ])('%j is no unit of power', async (unit) => {
    if (unit.trim() === '') expect(nativeUnit('power')).toBe('W')
    else await expect(unitConversion(unit, 'power')).rejects.toThrow(UnitError)
  })

  it('are recognised by their names', () => {
    expect(unitNames('/km^2')).toEqual(['km'])
    expect(unitNames('J/s')).toEqual(['J', 's'])
    expect(unitNames('per km²')).toEqual(['km'])
    expect(unitNames('* K')).toBeUndefined()
    expect(unitNames('+ 3')).toBeUndefined()
  })
})
