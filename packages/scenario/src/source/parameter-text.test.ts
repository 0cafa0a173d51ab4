import { expect, it } from 'vitest'
import { parameterFromText } from './parameter-text.js'

it.each([
  ['transmitPower', '30 dBm', 1],
  ['transmitPower', '30\u00a0dBm', 1],
  ['transmitPower', '500mW', 0.5],
  ['noisePower', '\u2212100 dBm', 1e-13],
  ['baseStationDensity', '4 /km^2', 4],
  ['baseStationDensity', '2e-6 per m²', 2],
  ['radarCrossSection', '-10 dB', 0.1],
  ['rmsBandwidth', '20 MHz', 2e7],
  ['usersPerCell', '5', 5],
  ['userDensity', 'inf', Number.POSITIVE_INFINITY],
] as const)('%s: %j is %d in its own unit', async (name, text, value) => {
  expect(await parameterFromText(name, text)).toBe(value)
})

it.each([
  ['transmitPower', '30 dB', 'got ‘30 dB’'],
  ['transmitPower', '30 W W', 'got ‘30 W W’'],
  ['transmitPower', 'dBm', 'got ‘dBm’, which is not a decimal number'],
  ['usersPerCell', '0x10', 'must be an integer ≥ 1, got ‘0x10’, which is not a decimal number'],
  ['usersPerCell', ' 5', 'got ‘ 5’, which is not a decimal number'],
  ['usersPerCell', '1,000', 'got ‘1,000’, which is not a decimal number'],
  ['usersPerCell', '5 km', 'must be a number without a unit, got ‘5 km’'],
  ['noisePower', '-174 dBm/Hz', 'that is a power density'],
] as const)('%s: %j is refused', async (name, text, reason) => {
  await expect(parameterFromText(name, text)).rejects.toThrow(reason)
})
