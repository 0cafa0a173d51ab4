import { expect, it } from 'vitest'
import { plainAssignments } from './plain-assignments.js'

it('converts units, and the minus signs and blanks of typography, and leaves the rest as it is', async () => {
  expect(
    await plainAssignments([
      'Pt=30 dBm',
      'N0=\u2212100\u00a0dBm',
      'lambda_b=4/km^2',
      'radarCrossSection=-10dB',
      'K=5',
      'lambda_u=inf',
    ]),
  ).toEqual(['Pt=1', 'N0=1e-13', 'lambda_b=4', 'radarCrossSection=0.1', 'K=5', 'lambda_u=inf'])
})

it('says what is allowed', async () => {
  await expect(plainAssignments(['Pt=30 dBq'])).rejects.toThrow(
    'transmitPower (P_t) must be a number in W, mW, uW, kW, dBm, dBW or the like, got ‘30 dBq’ (did you mean ‘dBm’?)',
  )
  await expect(plainAssignments(['N0=-174 dBm/Hz'])).rejects.toThrow(
    'noisePower (N₀) must be a number in W, mW, uW, kW, dBm, dBW or the like, got ‘-174 dBm/Hz’ (that is a power density: add 10·log10 of the bandwidth in Hz, over 20 MHz 73 dB)',
  )
  await expect(plainAssignments(['K=5 km'])).rejects.toThrow(
    'usersPerCell (K) must be a number without a unit, got ‘5 km’',
  )
  await expect(plainAssignments(['K=five'])).rejects.toThrow(
    'usersPerCell (K) must be an integer ≥ 1, got ‘five’, which is not a decimal number',
  )
})

it('leaves what is no assignment to those who read it', async () => {
  expect(await plainAssignments(['K', '=5', 'K='])).toEqual(['K', '=5', 'K='])
})
