import type { OptimumFigureDefinition } from '../definition/optimum-figure.js'
import { regionFigure } from '../optima/region-figure.js'

/** Figure 11: The ASE region under least cluster sizes. */
export const figure11: OptimumFigureDefinition = regionFigure(
  {
    id: 'fig11',
    number: 11,
    fileName: 'fig11-ase-region-with-least-clusters',
    title: 'The ASE region under least cluster sizes',
    caption:
      'Sensing ASE $T_s$ against communication ASE $T_c$ over the allocations with $L\\ge L_{\\mathrm{th}}$ and $Q\\ge Q_{\\mathrm{th}}$, with $M_t=30$ and $J_{\\mathrm{max}}=5$. Pareto points and their staircase, their convex hull (time sharing of any allocations), and time sharing of the two corner points, the bound that the paper compares with. Marks: simulations of the allocations on the hull.',
    paperSays:
      'The more stringent the constraints on the cluster sizes, the smaller the region and the gain over time sharing.',
  },
  'ase',
  [1, 2, 3].map((least) => ({
    member: `$L_{\\mathrm{th}}=Q_{\\mathrm{th}}=${least}$`,
    network: { transmitAntennas: 30 },
    constraints: { minCommunicationClusterSize: least, minSensingClusterSize: least },
    varied: {},
  })),
)
