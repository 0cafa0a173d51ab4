import type { FigureCurve, FigureData, FigureMarks } from '../src/chart/figure-data.js'

const curve = (member: string, methodName: string, values: readonly number[], maximum: number | null): FigureCurve => ({
  kind: 'curve',
  name: `${member}: ${methodName}`,
  member,
  methodName,
  quantity: 'communication-ase',
  communicationMethod: 'exact',
  sensingMethod: null,
  sensingClusters: null,
  unit: 'nat/s/Hz/km²',
  points: values.map((y, index) => ({
    x: index + 1,
    y,
    errorEstimate: 1e-10,
    parameters: { usersPerCell: index + 1 },
  })),
  maximum,
})

const marks = (member: string, values: readonly number[]): FigureMarks => ({
  kind: 'marks',
  name: `${member}: simulation`,
  member,
  methodName: 'simulation',
  quantity: 'communication-ase',
  fidelity: 'gain-law',
  sensingClusters: null,
  seed: 1,
  confidence: 0.95,
  unit: 'nat/s/Hz/km²',
  points: values.map((y, index) => ({
    x: 2 * index + 1,
    y,
    standardError: 0.05,
    interval: [y - 0.125, y + 0.125],
    trials: 4096,
    parameters: { usersPerCell: 2 * index + 1 },
  })),
})

/** A figure with made-up numbers for tests of drawing and writing; it is not exported. */
export const smallFigure: FigureData = {
  id: 'fig0',
  number: 0,
  fileName: 'fig0-small',
  title: 'A small figure & its title',
  caption: 'Made-up values of $T_c$ for $\\alpha=4$, 50 % of them at $M_t<3$.',
  unit: 'nats',
  x: { label: 'users per cell $K$', parameter: 'usersPerCell', unit: '' },
  y: { label: 'communication ASE $T_c$', unit: 'nat/s/Hz/km²' },
  parameters: { transmitAntennas: 20 },
  varied: ['usersPerCell'],
  series: [
    curve('$M_t=10$', 'exact', [1, 2, 1.5], 1),
    curve('$M_t=10$', 'Theorem 2', [1.1, 2.1, 1.4], null),
    curve('$M_t=20$', 'exact', [2, 4, 4.5], 2),
    curve('$M_t=20$', 'Theorem 2', [2.2, 4.2, 4.4], null),
  ],
}

/** The same with simulated marks. */
export const smallFigureWithMarks: FigureData = {
  ...smallFigure,
  series: [...smallFigure.series, marks('$M_t=10$', [1.0625, 1.5]), marks('$M_t=20$', [2, 4.375])],
}
