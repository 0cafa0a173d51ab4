import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { gainLawUnits } from './gain-law-units.js'

it.each([
  { lambda: 1 },
  { lambda: 0.3, alpha: 3.4, beta: 1.3, N0: 0.7, Pt: 2, K: 3, Mr: 7, xi2: 0.4, deltaT: 5, kappa: 0.8 },
  { lambda: 12, alpha: 2.5, beta: 2.2, N0: 4, Pt: 0.1, K: 6, xi2: 3 },
])('has powers in the same ratio as in watts and kilometres: %j', (changes) => {
  const network = defineNetwork(changes)
  const { noise, echo, clutter } = gainLawUnits(network)
  const { pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const power = network.transmitPower / network.usersPerCell
  const [interferer, target] = [0.8, 0.35]
  const area = (r: number): number => Math.PI * network.baseStationDensity * r * r
  /** The power from an interferer of gain 1 at 0.8 km, in both. */
  const here = area(interferer) ** (-alpha / 2)
  const received = power * interferer ** -alpha
  const c = network.matchedFilterGain * network.receiveFilterGain * network.receiveAntennas * network.radarCrossSection
  expect(noise / here).toBeCloseTo(network.noisePower / received, 12)
  expect((echo * area(target) ** -beta) / here / ((c * power * target ** (-2 * beta)) / received)).toBeCloseTo(1, 12)
  expect((clutter * area(target) ** -beta) / here / ((power * target ** (-2 * beta)) / received)).toBeCloseTo(1, 12)
})
