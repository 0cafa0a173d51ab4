import { expect, it } from 'vitest'
import { rate, summary, toolsThatSay } from '../../test/made-up-simulation.js'
import { gainOverTimeSharing, simulatedGain } from './simulated-gain.js'

it('is the gain over the segment between two points', () => {
  // From (10, 2) to (4, 5) sensing is 7 − x/2, and communication 14 − 2y.
  const places = [
    [10, 2],
    [4, 5],
    [8, 4.5],
  ] as const
  expect(gainOverTimeSharing('atEqualCommunication', places)).toBeCloseTo(4.5 / 3 - 1, 14)
  expect(gainOverTimeSharing('atEqualSensing', places)).toBeCloseTo(8 / 5 - 1, 14)
})

it('has the error of the gain linearised about the simulated means', async () => {
  // By K: the communication-optimal corner, the sensing-optimal one, and the point; J = 2, so that T_c = K R_c and T_s = 2 R_s.
  const rates = { 3: [4, 1], 1: [5, 3], 2: [4.5, 2.5] } as const
  const error = 1e-4
  const tools = toolsThatSay(({ usersPerCell }) => {
    const [communication, sensing] = rates[usersPerCell as 1 | 2 | 3]
    return summary(rate(communication, error), rate(sensing, 2 * error))
  })
  const allocation = (usersPerCell: number) => ({
    ...{ usersPerCell, communicationClusterSize: 1, targetsPerCell: 2, sensingClusterSize: 1 },
  })
  const { mean, standardError, interval, trials } = await simulatedGain(tools, 'atEqualCommunication', {
    transmitAntennas: 10,
    metric: 'ase',
    sensingClusters: 'bs-centric',
    allocations: [allocation(3), allocation(1), allocation(2)],
  })
  // (T_c, T_s) of the three: (12, 2), (5, 6) and (9, 5). Time sharing has 6 − 4(x − 5)/7 of sensing at x.
  const sharing = 6 - (4 * (9 - 5)) / 7
  expect(mean).toBeCloseTo(5 / sharing - 1, 12)
  // With s = (x − b)/(a − b) = 4/7 and T_s = b' + s(a' − b') the derivatives of the gain g + 1 = y/T are:
  const [a, b, x, y] = [12, 5, 9, 5]
  const share = (x - b) / (a - b)
  const byShare = (-y / sharing ** 2) * -4
  const derivatives = [
    byShare * (-share / (a - b)) * 3 * error,
    (-y / sharing ** 2) * share * 2 * 2 * error,
    byShare * ((x - a) / (a - b) ** 2) * error,
    (-y / sharing ** 2) * (1 - share) * 2 * 2 * error,
    (byShare / (a - b)) * 2 * error,
    (1 / sharing) * 2 * 2 * error,
  ]
  expect(standardError / Math.hypot(...derivatives)).toBeCloseTo(1, 3)
  expect((interval[1] - mean) / standardError).toBeCloseTo(4, 9)
  expect((mean - interval[0]) / standardError).toBeCloseTo(4, 9)
  expect(trials).toBe(1000)
})
