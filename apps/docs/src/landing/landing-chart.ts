import type { ChartTheme } from '../charts/chart-theme.js'
import type { LineChart } from '../charts/chart-types.js'
import { symbolRuns } from '../charts/element.js'
import type { SpentAntennas } from './spent-antennas.js'

/** T_c and T_s over the users per cell. Its axes stay what they are, so that curves move and nothing else does. */
export const landingChart = (points: readonly SpentAntennas[], users: number, theme: ChartTheme): LineChart => ({
  title: '',
  xLabel: ['users per cell ', ...symbolRuns('K')],
  yLabel: ['nat/s/Hz/km²'],
  xDomain: [1, 20],
  xScale: 'linear',
  integerX: true,
  fromZero: true,
  upTo: 18,
  lines: (['communication', 'sensing'] as const).map((service) => ({
    name: `area spectral efficiency of ${service}`,
    colour: service === 'communication' ? theme.blue : theme.vermillion,
    dashes: [],
    width: 2.2,
    points: points.map((point) => ({ x: point.network.usersPerCell, y: point[service] })),
    marked: true,
  })),
  rule: users,
  empty: '',
})
