import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { regionFigure } from '../optima/region-figure.js'

/** Figure 10: Trade-off between the ASE of sensing and communication. */
export const figure10: OptimumFigureDefinition = regionFigure(
  {
    id: 'fig10',
    number: 10,
    fileName: 'fig10-ase-region',
    title: 'Trade-off between the ASE of sensing and communication',
    caption:
      'Sensing ASE $T_s$ against communication ASE $T_c$ over all allocations $(K,L,J,Q)$, with $J_{\\mathrm{max}}=5$. Pareto points and their staircase, their convex hull (time sharing of any allocations), and time sharing of the two corner points, the bound that the paper compares with. Marks: simulations of the allocations on the hull.',
    paperSays:
      'Cooperation improves communication by up to 48 % (M_t = 40) and 33 % (M_t = 30) over time sharing; communication gains more from antennas than sensing.',
  },
  'ase',
  [20, 30, 40].map((transmitAntennas) => ({
    member: `$M_t=${transmitAntennas}$`,
    network: { transmitAntennas },
    varied: { transmitAntennas },
  })),
)
