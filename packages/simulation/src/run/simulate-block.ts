import { byService, isSaturated, permittedName, type Service } from '@isacnet/model'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import { type Sampling, samplings } from '../definition/sampling.js'
import {
  assertSimulationDefinition,
  drawsWholeNetworks,
  type SimulationDefinition,
} from '../definition/simulation-definition.js'
import { dropBatchSampler } from '../drops/drop-batch-sampler.js'
import { loadedBatchSampler } from '../drops/loaded/loaded-batch-sampler.js'
import { siteBatchSampler } from '../drops/sites/site-batch-sampler.js'
import type { Batch, BatchSampler } from '../estimate/batch-sampler.js'
import { loadSums } from '../estimate/load-sums.js'
import { noNullingSums } from '../estimate/nulling-sums.js'
import { batchSums } from '../estimate/rate-sums.js'
import { mergeSimulationSums, noSimulationSums, type SimulationSums } from '../estimate/simulation-sums.js'
import { gainLawSampler } from '../gain-law/gain-law-sampler.js'
import { plainGainLawSampler } from '../gain-law/plain/plain-gain-law-sampler.js'
import { type ControlGroupName, controlGroupOf } from '../quantities/control-sums.js'
import type { QuantitySums } from '../quantities/quantity-sums.js'
import { type QuantityTrials, quantityTrials } from '../quantities/quantity-trials.js'
import { type ReceiverTrials, receiverTrials } from '../trials/receiver-trials.js'
import { finished } from './finished.js'

/** How far a block is, after one of its batches and before the next. */
export interface BlockProgress {
  /** The sums of its batches so far. */
  readonly sums: SimulationSums
  /**
   * The rates of the last batch's trials in nats; overwritten by the next batch. With gains in law a batch is a lattice, so that its first n trials are a
   * corner of the probability space; every 2nd, 4th, 8th … trial is a lattice as well.
   */
  readonly rates: Readonly<Record<Service, Readonly<Float64Array>>>
}

/** Blocks of a simulation, by number. */
export interface BlockSimulator {
  readonly trialsPerBlock: number
  /** Block b depends on the definition and b only: it has the same bits on any machine, in any order. */
  simulate(block: number): SimulationSums
  /** `simulate` in pieces of one batch, between which other work can be done, or this be given up, or its progress be looked at. */
  steps(block: number): Generator<BlockProgress, SimulationSums>
}

/**
 * Prepares what all blocks of a simulation share. One at a time: blocks of one simulator share scratch memory.
 *
 * @example
 * const { simulate } = blockSimulator(defineSimulation(defineNetwork(), { seed: 1 }))
 * simulate(0).trials // 4096
 *
 * @param definition - as `defineSimulation` gives it.
 * @param sampling - default `variance-reduced`, as in all runs; `plain` leaves a control out. Sums of the one must not be merged with sums of the other.
 * @throws what `defineSimulation` throws, for a definition that isn't one; {UnknownNameError} for another sampling.
 */
export const blockSimulator = (
  definition: SimulationDefinition,
  sampling: Sampling = 'variance-reduced',
): BlockSimulator => finished(blockSimulatorSteps(definition, sampling))

/** {@link blockSimulator} in pieces: what blocks share may take as long as some of them. */
export function* blockSimulatorSteps(
  definition: SimulationDefinition,
  sampling: Sampling = 'variance-reduced',
): Generator<undefined, BlockSimulator> {
  assertSimulationDefinition(definition)
  const sampler = yield* samplerFor(definition, permittedName('sampling', sampling, samplings))
  const { batchesPerBlock, trialsPerBatch } = sampler
  const control = sampling === 'variance-reduced' ? definition.control : undefined
  const batch: Batch = byService(({ service }) => receiverTrials(trialsPerBatch, control?.[service].errorEstimate))
  const { quantities = [], network } = definition
  const trialsOf = byService(({ service }) =>
    quantityTrials(quantities, service, network, control?.[service].quantities),
  )
  function* steps(block: number): Generator<BlockProgress, SimulationSums> {
    const stream = (purpose: string): RandomStream => randomStream(definition.seed, block, purpose)
    const fill = sampler.startBlock(stream)
    const chosen = byService(({ service }) => chosenSums(trialsOf[service], stream(`${service} quantities`)))
    const group = controlGroupOf(block)
    const rates = byService(({ service }) => batch[service].rates)
    let sums = noSimulationSums
    for (let i = 0; i < batchesPerBlock; i++) {
      if (i > 0) yield { sums, rates }
      const nulling = fill(batch) ?? noNullingSums
      sums = mergeSimulationSums(sums, {
        trials: trialsPerBatch,
        communication: batchSums(batch.communication, chosen.communication(batch.communication, group), group),
        sensing: batchSums(batch.sensing, chosen.sensing(batch.sensing, group), group),
        nulling,
        ...(batch.load === undefined ? {} : { load: loadSums(batch.load) }),
        ...(batch.sites === undefined ? {} : { sites: batch.sites }),
      })
    }
    return sums
  }
  return {
    trialsPerBlock: batchesPerBlock * trialsPerBatch,
    steps,
    simulate: (block) => finished(steps(block)),
  }
}

const chosenSums =
  (trialsOf: QuantityTrials | undefined, random: RandomStream) =>
  (trials: ReceiverTrials, group: ControlGroupName): QuantitySums =>
    trialsOf === undefined ? {} : trialsOf(trials, random, group)

function* samplerFor(definition: SimulationDefinition, sampling: Sampling): Generator<undefined, BatchSampler> {
  if (!isSaturated(definition.network)) return yield* loadedBatchSampler(definition, sampling)
  if (definition.sites !== undefined) return yield* siteBatchSampler(definition, sampling)
  if (drawsWholeNetworks(definition)) return yield* dropBatchSampler(definition, sampling)
  return sampling === 'plain' ? plainGainLawSampler(definition) : gainLawSampler(definition)
}
