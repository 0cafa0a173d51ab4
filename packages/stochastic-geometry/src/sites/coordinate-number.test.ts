import { describe, expect, it } from 'vitest'
import { coordinateNumber, hasDecimalComma, mayBeThousands } from './coordinate-number.js'

describe('coordinateNumber', () => {
  it.each([
    ['48.85', 48.85],
    ['+.5', 0.5],
    ['-1e3', -1000],
    [' 48,85 ', 48.85],
    ['-,5', -0.5],
    ['1,5e2', 150],
    ['\u22120,1276', -0.1276],
    ['\u00a02.35\u00a0', 2.35],
    ['2.35°', 2.35],
    ['2,35 °', 2.35],
    ['5 400 000,5', 5_400_000.5],
    ['651\u202f234', 651_234],
    ['5\u2019400\u2019000', 5_400_000],
  ])('reads %j', (field, value) => {
    expect(coordinateNumber(field)).toBe(value)
  })

  it.each([
    '',
    ' ',
    '#N/A',
    'four',
    '0x10',
    '1.234.567',
    '1,234,567',
    '1.234,5',
    '48°51\'24"',
    '2.35 W',
    '12 34',
    'Infinity',
    '-',
    '.',
  ])('reads no number from %j', (field) => {
    expect(coordinateNumber(field)).toBeNaN()
  })
})

it('tells commas that set thousands apart from those that can’t', () => {
  for (const field of ['500,123', '-1,000', ' 12,345 '])
    expect([mayBeThousands(field), hasDecimalComma(field)]).toEqual([true, false])
  for (const field of ['0,123', '3567,123', '5,12', '5,1234'])
    expect([mayBeThousands(field), hasDecimalComma(field)]).toEqual([false, true])
  expect(hasDecimalComma('500.123')).toBe(false)
})
