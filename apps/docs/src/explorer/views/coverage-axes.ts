import type { ServiceDefinition } from '@isacnet/model'
import type { LineChart } from '../../charts/chart-types.js'

/** The title and the axes of a chart of P(SIR > θ). */
export const coverageAxes = ({ receiver }: Pick<ServiceDefinition, 'receiver'>) =>
  ({
    title: `Coverage of a ${receiver}`,
    xLabel: ['threshold θ (dB)'],
    yLabel: ['P(SIR > θ)'],
    xDomain: [-20, 40],
    xScale: 'linear',
    integerX: false,
    fromZero: true,
    upTo: 1,
  }) as const satisfies Partial<LineChart>
