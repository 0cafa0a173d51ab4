import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { ReceiverTrials } from '../trials/receiver-trials.js'
import type { BatchLoad } from './load-sums.js'
import type { NullingSums } from './nulling-sums.js'
import type { SiteSums } from './site-sums.js'

/** One batch of trials: what its sampler fills. */
export interface Batch {
  readonly communication: ReceiverTrials
  readonly sensing: ReceiverTrials
  /** Where users or targets are a Poisson process. */
  load?: BatchLoad
  /** Sums of each site, where sites are given. */
  sites?: SiteSums
}

/** A way to sample batches: independent and of one law. */
export interface BatchSampler {
  readonly batchesPerBlock: number
  readonly trialsPerBatch: number
  /**
   * Begins a block. What it returns fills the next batch, and returns the requests that were counted, if they were.
   *
   * @param stream - the block's stream for a purpose.
   */
  startBlock(stream: (purpose: string) => RandomStream): (batch: Batch) => NullingSums | undefined
}
