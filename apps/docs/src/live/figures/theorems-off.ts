import { communicationRate, type MeanRequestCommunicationMethod } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { symbolRuns } from '../../charts/element.js'
import type { LiveFigure } from '../live-figure.js'
import { remembered } from '../remembered.js'
import { changeText, counted, tooMany } from '../words.js'

const antennas = 20
const largestCluster = 10

const rateBy = (method: MeanRequestCommunicationMethod) =>
  remembered(
    (K, L) =>
      communicationRate(defineNetwork({ Mt: antennas, K: K!, L: L! }), { method, relativeTolerance: 1e-7 }).value,
  )

const exact = rateBy('exact')
const theorems = [
  { name: 'Theorem 1', rate: rateBy('theorem-1') },
  { name: 'Theorem 2', rate: rateBy('theorem-2') },
]

/** How far the paper’s theorems are off, relative to the exact rate. */
export const theoremsOff: LiveFigure<'users' | 'cluster'> = {
  sliders: [
    { name: 'users', label: 'Users per cell', symbol: 'K', least: 1, greatest: 10, initial: 5 },
    { name: 'cluster', label: 'Base stations in a cluster', symbol: 'L', least: 1, greatest: 10, initial: 2 },
  ],
  view: 'curves',
  show: ({ users, cluster }, theme) => {
    const clusters = Array.from({ length: largestCluster }, (_, index) => index + 1)
    const deviation = (rate: (K: number, L: number) => number, L: number): number =>
      users * L > antennas ? Number.NaN : rate(users, L) / exact(users, L) - 1
    const [first, second] = theorems.map(({ rate }) => deviation(rate, cluster))
    const looks = [
      { colour: theme.vermillion, dashes: [7, 4], width: 1.9 },
      { colour: theme.green, dashes: [2, 3], width: 2.1 },
    ]
    return {
      statement: Number.isNaN(first)
        ? tooMany(users, cluster, antennas)
        : `With ${counted(users, 'user')} per cell and clusters of ${cluster}, Theorem 1 is off by ${changeText(first!)} and Theorem 2 ` +
          `by ${changeText(second!)}; the exact rate is ${exact(users, cluster).toFixed(4)} nat/s/Hz.`,
      chart: {
        title: 'Off from the exact rate, in %',
        xLabel: ['base stations in a cluster ', ...symbolRuns('L')],
        yLabel: ['deviation in %'],
        xDomain: [1, largestCluster],
        xScale: 'linear',
        integerX: true,
        fromZero: false,
        rule: cluster,
        empty: '',
        lines: [
          {
            name: 'exact',
            colour: theme.blue,
            dashes: [],
            width: 2.2,
            marked: false,
            points: clusters.map((x) => ({ x, y: 0 })),
          },
          ...theorems.map(({ name, rate }, index) => ({
            name,
            ...looks[index]!,
            marked: true,
            points: clusters.map((x) => ({ x, y: 100 * deviation(rate, x) })),
          })),
        ],
      },
    }
  },
}
