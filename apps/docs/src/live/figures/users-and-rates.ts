import { communicationRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { symbolRuns } from '../../charts/element.js'
import type { LiveFigure } from '../live-figure.js'
import { remembered } from '../remembered.js'
import { counted, tooMany } from '../words.js'

const antennas = 20

/** R_c, or NaN where the antennas don't suffice. */
const rateAt = remembered((K, L) =>
  K! * L! > antennas
    ? Number.NaN
    : communicationRate(defineNetwork({ Mt: antennas, K: K!, L: L! }), { relativeTolerance: 1e-7 }).value,
)

/** More users make the total larger and each rate smaller, up to a point. */
export const usersAndRates: LiveFigure<'users' | 'cluster'> = {
  sliders: [
    { name: 'users', label: 'Users per cell', symbol: 'K', least: 1, greatest: 20, initial: 5 },
    { name: 'cluster', label: 'Base stations in a cluster', symbol: 'L', least: 1, greatest: 4, initial: 1 },
  ],
  view: 'curves',
  show: ({ users, cluster }, theme) => {
    const all = Array.from({ length: antennas }, (_, index) => index + 1)
    const line = (y: (K: number) => number) => all.map((x) => ({ x, y: y(x) }))
    return {
      statement: statement(users, cluster),
      chart: {
        title: `Rates with ${antennas} antennas`,
        xLabel: ['users per cell ', ...symbolRuns('K')],
        yLabel: ['nat/s/Hz; ', ...symbolRuns('T_c'), ' per km²'],
        xDomain: [1, antennas],
        xScale: 'linear',
        integerX: true,
        fromZero: true,
        upTo: 18,
        rule: users,
        empty: '',
        lines: [
          {
            name: 'all users of a square kilometre, T_c',
            colour: theme.blue,
            dashes: [],
            width: 2.2,
            marked: true,
            points: line((K) => K * rateAt(K, cluster)),
          },
          {
            name: 'one user, R_c',
            colour: theme.vermillion,
            dashes: [7, 4],
            width: 1.9,
            marked: false,
            points: line((K) => rateAt(K, cluster)),
          },
        ],
      },
    }
  },
}

const statement = (users: number, cluster: number): string => {
  const rate = rateAt(users, cluster)
  if (Number.isNaN(rate)) return tooMany(users, cluster, antennas)
  const now =
    `With ${counted(users, 'user')} per cell and clusters of ${cluster}, a user gets ${rate.toFixed(2)} nat/s/Hz and a square ` +
    `kilometre ${(users * rate).toFixed(2)}`
  const next = rateAt(users + 1, cluster)
  return Number.isNaN(next)
    ? `${now}; there are no antennas for one user more.`
    : `${now}; one user more would make that ${next.toFixed(2)} and ${((users + 1) * next).toFixed(2)}.`
}
