import { lowLoadCommunication } from '@isacnet/analysis'
import type { CurveDefinition, FigureDefinition } from '../definition/figure-definition.js'

const users = [1, 5, 10]

/** Curves of a quantity for several K, with marks of whole networks. */
const curvesOf = (
  quantity: 'communication-rate' | 'communication-ase',
  member: 'rate' | 'ase',
): readonly CurveDefinition[] =>
  users.map((usersPerCell) => ({
    member: `$K=${usersPerCell}$`,
    methodName: 'low-load theorem',
    quantity,
    value: (network) => lowLoadCommunication(network)[member],
    simulated: true,
    at: (userDensity) => ({ usersPerCell, userDensity }),
  }))

const common = {
  number: null,
  network: { transmitAntennas: 20, targetDensity: 0 },
  abscissa: {
    parameter: 'userDensity',
    label: 'users per base station $\\lambda_u/\\lambda_b$',
    unit: '',
    values: [0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20],
  },
  marksAt: [0.5, 2, 5, 10, 20],
} as const satisfies Partial<FigureDefinition>

const setting =
  'Users are a Poisson process of density $\\lambda_u$; a base station serves at most $K$ = 1, 5 or 10 of those in its cell at a time, with $M_t=20$ antennas, ' +
  'and is silent where there are none; $L=1$, $\\alpha=4$, no targets. Simulated marks are of whole networks.'

/** The rate of a user while it is served, as interferers wake up. */
export const lowLoadRate: FigureDefinition = {
  ...common,
  id: 'low-load-rate',
  fileName: 'low-load-rate-vs-users',
  title: 'Rate of a user while it is served against the load',
  caption: `Mean rate of a typical user while it is served. ${setting}`,
  paperSays: 'The paper has no such figure: its cells are saturated, which is where the curves end.',
  ordinateLabel: 'rate of a user while served',
  curves: curvesOf('communication-rate', 'rate'),
}

/** The rates of all users of an area together, from one to each station to saturation. */
export const lowLoadAse: FigureDefinition = {
  ...common,
  id: 'low-load-ase',
  fileName: 'low-load-ase-vs-users',
  title: 'Communication ASE against the load',
  caption: `Communication area spectral efficiency $T_c$. ${setting}`,
  paperSays:
    'The paper has no such figure. $T_c$ ends some percent above the saturated $\\lambda_bKR_c$, because stations serve as many users in small cells as in large ones.',
  ordinateLabel: 'communication ASE $T_c$',
  curves: curvesOf('communication-ase', 'ase'),
}
