import { addExactly, exactSum } from '@isacnet/special-functions'
import type { MeanSums } from '../quantities/quantity-sums.js'

/** The load of a service in a batch, in means over its typical receivers. */
export interface ServiceLoad {
  /** T_c or T_s, in nats per km²: the rate while served, times the share of the time in which that is, times their density. */
  readonly ase: number
  /** That share: min(1, K/N) or min(1, J/N) of the N in the cell; 0 where their density is infinite. */
  readonly servedShare: number
}

/** The load of a batch. */
export interface BatchLoad {
  readonly communication: ServiceLoad
  readonly sensing: ServiceLoad
  /** The share of stations that transmit. */
  readonly activeShare: number
}

/** Sums of batches' loads: of each mean, and its square. */
export interface LoadSums {
  readonly communication: Readonly<Record<keyof ServiceLoad, MeanSums>>
  readonly sensing: Readonly<Record<keyof ServiceLoad, MeanSums>>
  readonly activeShare: MeanSums
}

const one = (mean: number): MeanSums => ({ mean: exactSum([mean]), squared: exactSum([mean * mean]) })

/** The sums of one batch. */
export const loadSums = ({ communication, sensing, activeShare }: BatchLoad): LoadSums => {
  const service = ({ ase, servedShare }: ServiceLoad) => ({
    ase: one(ase),
    servedShare: one(servedShare),
  })
  return { communication: service(communication), sensing: service(sensing), activeShare: one(activeShare) }
}

const merged = (a: MeanSums, b: MeanSums): MeanSums => ({
  mean: addExactly(a.mean, b.mean),
  squared: addExactly(a.squared, b.squared),
})

/** The sums of two sets of batches together. */
export const mergeLoadSums = (a: LoadSums, b: LoadSums): LoadSums => {
  const service = (name: 'communication' | 'sensing') => ({
    ase: merged(a[name].ase, b[name].ase),
    servedShare: merged(a[name].servedShare, b[name].servedShare),
  })
  return {
    communication: service('communication'),
    sensing: service('sensing'),
    activeShare: merged(a.activeShare, b.activeShare),
  }
}
