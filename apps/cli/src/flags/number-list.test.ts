import { describe, expect, it } from 'vitest'
import { numberList } from './number-list.js'

const thresholds = {
  flag: '--thresholds',
  unit: 'dB',
  permitted: 'a number of dB from −200 to 200',
  permits: (value: number) => Math.abs(value) <= 200,
}

describe('numberList', () => {
  it.each([
    ['-10,0,10', [-10, 0, 10]],
    ['-10 dB, 0dB,3.5', [-10, 0, 3.5]],
    ['-2:2:1', [-2, -1, 0, 1, 2]],
    ['0.1:0.5:0.1', [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['0:1:0.4,10', [0, 0.4, 0.8, 10]],
    ['5,5,5', [5]],
    ['3:3:1', [3]],
    ['-1:1:1', [-1, 0, 1]],
  ])('reads %s', (text, numbers) => {
    expect(numberList(text, thresholds)).toEqual(numbers)
    for (const number of numberList(text, thresholds)) expect(Object.is(number, -0)).toBe(false)
  })

  it.each([
    ['', '--thresholds must be a number of dB from −200 to 200, got an empty value'],
    ['1,,2', 'got an empty value'],
    ['a', 'got ‘a’, which is not a decimal number'],
    ['300', '--thresholds must be a number of dB from −200 to 200, got 300'],
    ['10:0:1', '--thresholds must be numbers, or from:to:step with a step > 0 and from ≤ to, got 10:0:1'],
    ['0:10:0', 'with a step > 0'],
    ['0:10', 'from:to:step'],
    ['0:100:0.01', '--thresholds must be at most 2000 numbers, got 0:100:0.01'],
    ['3 m', 'got ‘3 m’, which is not a decimal number'],
  ])('refuses ‘%s’', (text, message) => {
    expect(() => numberList(text, thresholds)).toThrow(message)
  })
})
