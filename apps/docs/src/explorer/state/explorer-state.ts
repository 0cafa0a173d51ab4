import type { InformationUnit, SensingClusters } from '@isacnet/model'
import type { RegionMetric } from '@isacnet/optimization'
import type { Fidelity } from '@isacnet/simulation'
import type { AllocationLimits } from './allocation-limits.js'
import { type AxisRange, type AxisScale, type CurveFamily, hiddenAtFirst, type PinnedNetwork } from './curve-choices.js'
import type { DropStage } from './drop-stage.js'
import { type ExplorerParameter, explorerParameters } from './parameters/explorer-parameters.js'
import type { Sampling } from './sampling.js'

/** The pictures that the explorer shows beside the parameters. */
export type ExplorerView = 'curves' | 'distribution' | 'region' | 'drop' | 'simulation' | 'sites'

export const explorerViews: readonly ExplorerView[] = [
  'curves',
  'distribution',
  'region',
  'drop',
  'simulation',
  'sites',
]

/** Everything that can be chosen in the explorer, and all that a permalink holds. */
export interface ExplorerState {
  /** As they were chosen: perhaps outside their domains, or more than the antennas permit. NaN is no number. */
  readonly values: Readonly<Record<ExplorerParameter, number>>
  /** The parameter on the horizontal axis. */
  readonly axis: ExplorerParameter
  /** Shown by the curves: a quantity of the law of the SIR such as `coverage:0dB`, or `rates` and area spectral efficiencies. */
  readonly quantity: string
  /** The part of the horizontal axis that is shown; `null` for the parameter's own. */
  readonly range: AxisRange | null
  /** `null` for the parameter's own. */
  readonly xScale: AxisScale | null
  readonly yScale: AxisScale
  /** One curve for each of some values; `null` for one of this network only. */
  readonly family: CurveFamily | null
  /** Networks that are kept beside this one. */
  readonly pinned: readonly PinnedNetwork[]
  /** The methods whose curves aren't shown. */
  readonly hiddenMethods: readonly string[]
  /** Whether curves have simulated marks with their intervals. */
  readonly marks: boolean
  /** The chart that is shown alone and large, such as `communication-ase`; empty for all of them. */
  readonly large: string
  /** The threshold of the distribution, in dB. */
  readonly threshold: number
  readonly clusters: SensingClusters
  readonly unit: InformationUnit
  readonly view: ExplorerView
  /** The seed of drops and of simulations; a non-negative integer. */
  readonly seed: number
  /** ρ: the weight of communication where both are added up. */
  readonly weight: number
  /** The objective of the region's optimum: `sum` (of T_c and T_s, by the weight), `communication`, `sensing`, or a quantity of a service. */
  readonly objective: string
  /** Limits that allocations of the region have to keep. */
  readonly limits: AllocationLimits
  /** The method of both rates of the region. */
  readonly regionMethod: 'exact' | 'actual-requests'
  /** The plane of the region. */
  readonly metric: RegionMetric
  /** How simulations sample. */
  readonly fidelity: Fidelity
  /** How drops and simulations are sampled otherwise: what differs from the defaults. */
  readonly sampling: Sampling
  /** Whether a drop shows the requests of other cells. */
  readonly otherRequests: boolean
  /** Whether the table of all methods is open. */
  readonly table: boolean
  /** How far a drop has come: before nulls, with those that are asked for, and without the abandoned ones. */
  readonly stage: DropStage
  /** Numbers of the requests of a drop's cell that aren't made, ascending. */
  readonly withheld: readonly number[]
}

export const initialExplorerState: ExplorerState = {
  values: {
    ...(Object.fromEntries(explorerParameters.map(({ name, defaultValue }) => [name, defaultValue])) as Record<
      ExplorerParameter,
      number
    >),
    usersPerCell: 5,
    communicationClusterSize: 2,
    targetsPerCell: 2,
    sensingClusterSize: 2,
  },
  axis: 'usersPerCell',
  quantity: 'rates',
  range: null,
  xScale: null,
  yScale: 'linear',
  family: null,
  pinned: [],
  hiddenMethods: hiddenAtFirst,
  marks: false,
  large: '',
  threshold: 0,
  clusters: 'bs-centric',
  unit: 'nats',
  view: 'curves',
  seed: 1,
  weight: 0.5,
  objective: 'sum',
  limits: {},
  regionMethod: 'exact',
  metric: 'ase',
  fidelity: 'gain-law',
  sampling: {},
  otherRequests: false,
  table: false,
  stage: 'abandonment',
  withheld: [],
}

/** Holds the state and tells who wants to know when it changes. */
export class ExplorerStore {
  private readonly listeners: ((state: ExplorerState, before: ExplorerState) => void)[] = []

  constructor(private current: ExplorerState) {}

  get state(): ExplorerState {
    return this.current
  }

  set(changes: Partial<ExplorerState>): void {
    const before = this.current
    this.current = { ...before, ...changes }
    for (const listener of [...this.listeners]) listener(this.current, before)
  }

  setValue(name: ExplorerParameter, value: number): void {
    this.set({ values: { ...this.current.values, [name]: value } })
  }

  subscribe(listener: (state: ExplorerState, before: ExplorerState) => void): void {
    this.listeners.push(listener)
  }
}
