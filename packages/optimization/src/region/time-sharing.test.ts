import { expect, it } from 'vitest'
import { timeSharing } from './time-sharing.js'

const point = (communication: number, sensing: number) => ({
  communication,
  sensing,
  communicationError: 0,
  sensingError: 0,
})

it('has gains over the segment between the corners, in either direction', () => {
  // On the segment from (10, 2) to (4, 5) sensing is 7 − x/2, and communication 14 − 2y.
  const [most, middle, low, least] = [point(10, 2), point(8, 4.5), point(6, 3.2), point(4, 5)]
  const { gains, largestAtEqualCommunication, largestAtEqualSensing } = timeSharing(most, least, [
    most,
    middle,
    low,
    least,
  ])
  expect(gains.map(({ atEqualCommunication }) => atEqualCommunication)).toEqual([
    0,
    expect.closeTo(4.5 / 3 - 1, 14),
    expect.closeTo(3.2 / 4 - 1, 14),
    0,
  ])
  expect(gains.map(({ atEqualSensing }) => atEqualSensing)).toEqual([
    0,
    expect.closeTo(8 / 5 - 1, 14),
    expect.closeTo(6 / 7.6 - 1, 14),
    0,
  ])
  expect(largestAtEqualCommunication.point).toBe(middle)
  expect(largestAtEqualSensing.point).toBe(middle)
})
