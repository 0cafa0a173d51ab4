import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { againstLaw, meanDeviation } from '../../test/goodness-of-fit.js'
import { seededVariates } from '../../test/seeded-variates.js'
import { rayleighChannel } from './rayleigh-channel.js'

it('has entries of CN(0, 1)', () => {
  const { rows, columns, re, im } = rayleighChannel(200, 100, seededVariates('entries'))
  expect([rows, columns, re.length, im.length]).toEqual([200, 100, 20_000, 20_000])
  const power = re.map((x, i) => x * x + im[i]! ** 2)
  expect(againstLaw(power, (x) => -Math.expm1(-x))).toBeLessThan(1)
  expect(againstLaw(power, (x) => -Math.expm1(-1.06 * x))).toBeGreaterThan(1)
  const angle = re.map((x, i) => Math.atan2(im[i]!, x))
  expect(againstLaw(angle, (x) => 0.5 + x / (2 * Math.PI))).toBeLessThan(1)
})

it('has independent neighbours, in a column and across columns', () => {
  const { rows, re, im } = rayleighChannel(200, 101, seededVariates('neighbours'))
  for (const distance of [1, rows]) {
    const product = re.subarray(0, 20_000).map((x, i) => x * re[i + distance]! + im[i]! * im[i + distance]!)
    expect(meanDeviation(product, 0, 1 / 2)).toBeLessThan(1)
    expect(meanDeviation(product, 0.05, 1 / 2)).toBeGreaterThan(1)
  }
})

it('refuses shapes that are not counts', () => {
  expect(() => rayleighChannel(0, 1, seededVariates('refused'))).toThrow(InvalidParameterError)
})
