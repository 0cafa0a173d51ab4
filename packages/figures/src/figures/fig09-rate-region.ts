import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { regionFigure } from '../optima/region-figure.js'

/** Figure 9: Trade-off between the rates of sensing and communication. */
export const figure9: OptimumFigureDefinition = regionFigure(
  {
    id: 'fig9',
    number: 9,
    fileName: 'fig9-rate-region',
    title: 'Trade-off between the rates of sensing and communication',
    caption:
      'Radar information rate $R_s$ against average data rate $R_c$ over all allocations $(K,L,J,Q)$, with $J_{\\mathrm{max}}=5$. Pareto points and their staircase, their convex hull (time sharing of any allocations), and time sharing of the two corner points, the bound that the paper compares with. Marks: simulations of the allocations on the hull.',
    paperSays:
      'At the same R_c, R_s is 38 % (M_t = 10) and 67 % (M_t = 20) higher than by time sharing; the boundary expands with the antennas.',
  },
  'rate',
  [10, 20].map((transmitAntennas) => ({
    member: `$M_t=${transmitAntennas}$`,
    network: { transmitAntennas },
    varied: { transmitAntennas },
  })),
)
