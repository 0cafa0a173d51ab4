import { communicationRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { LiveFigure } from '../live-figure.js'
import { remembered } from '../remembered.js'
import { changeText, counted, tooMany } from '../words.js'

const antennas = 20
const tolerance = { relativeTolerance: 1e-7 }

const network = (K: number, L: number) => defineNetwork({ Mt: antennas, K, L })
const mean = remembered((K, L) => communicationRate(network(K!, L!), tolerance).value)
const lawAt = remembered((K, L) => sirLaw(network(K!, L!), 'communication', tolerance))
/** The rate that a share of the users, in %, doesn’t reach. */
const percentile = remembered((K, L, percent) => lawAt(K!, L!).percentile(percent! / 100).rate.value)

/** The relative change of a percentile by nulling. */
const changeAt = (K: number, L: number, percent: number): number =>
  percentile(K, L, percent) / percentile(K, 1, percent) - 1

const percents = Array.from({ length: 34 }, (_, index) => 1 + 3 * index).filter((percent) => percent < 100)

/** Who gains and who loses by nulling, from the worst served to the best. */
export const whoPays: LiveFigure<'users' | 'cluster'> = {
  sliders: [
    { name: 'users', label: 'Users per cell', symbol: 'K', least: 1, greatest: 10, initial: 5 },
    { name: 'cluster', label: 'Base stations in a cluster', symbol: 'L', least: 2, greatest: 4, initial: 2 },
  ],
  view: 'distribution',
  show: ({ users, cluster }, theme) => {
    const feasible = users * cluster <= antennas
    const points = (y: (percent: number) => number) => percents.map((x) => ({ x, y: feasible ? y(x) : Number.NaN }))
    return {
      statement: feasible ? statement(users, cluster) : tooMany(users, cluster, antennas),
      chart: {
        title: 'Change by nulling, in %',
        xLabel: ['users, worst served first, in %'],
        yLabel: ['change of the rate in %'],
        xDomain: [0, 100],
        xScale: 'linear',
        integerX: true,
        fromZero: false,
        empty: 'not enough antennas',
        lines: [
          {
            name: 'change of each percentile',
            colour: theme.blue,
            dashes: [],
            width: 2.2,
            marked: false,
            points: points((percent) => 100 * changeAt(users, cluster, percent)),
          },
          {
            name: 'change of the mean',
            colour: theme.vermillion,
            dashes: [7, 4],
            width: 1.9,
            marked: false,
            points: points(() => 100 * (mean(users, cluster) / mean(users, 1) - 1)),
          },
          {
            name: 'no change',
            colour: theme.faint,
            dashes: [2, 3],
            width: 1.2,
            marked: false,
            points: points(() => 0),
          },
        ],
      },
    }
  },
}

const statement = (users: number, cluster: number): string => {
  const head =
    `With ${counted(users, 'user')} per cell and clusters of ${cluster}, the mean rate changes by ` +
    `${changeText(mean(users, cluster) / mean(users, 1) - 1)}, the rate that 5 % don’t reach by ${changeText(changeAt(users, cluster, 5))}`
  const payers = payingShare(users, cluster)
  if (payers === 0) return `${head}: nobody pays.`
  return payers === 100 ? `${head}: everybody pays.` : `${head}: the worst ${payers} % pay.`
}

/** The share of users in %, rounded, up to which percentiles fall by nulling: they do up to one place, or everywhere. */
const payingShare = (users: number, cluster: number): number => {
  let [low, high] = [0.5, 99.5]
  if (changeAt(users, cluster, low) >= 0) return 0
  if (changeAt(users, cluster, high) < 0) return 100
  while (high - low > 0.05) {
    const middle = (low + high) / 2
    if (changeAt(users, cluster, middle) < 0) low = middle
    else high = middle
  }
  return Math.round(low)
}
