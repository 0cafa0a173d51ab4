import { randomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { BatchSampler } from '../estimate/batch-sampler.js'
import type { ReceiverTrials } from '../trials/receiver-trials.js'
import type { Trial } from '../trials/trial.js'
import { gainLawCommunication } from './gain-law-communication.js'
import { gainLawSensing } from './gain-law-sensing.js'
import { latticePoints, ShiftedLattice } from './lattice.js'

/**
 * Batches with the gain laws that the theorems assume. A batch is the points of one lattice, shifted at random: its trials are not
 * independent, batches are.
 *
 * How many interferers are sampled one by one follows from the bound of the bias, by a pilot: it depends on the parameters only.
 */
export const gainLawSampler = ({ network, sensingClusters, relativeBias }: SimulationDefinition): BatchSampler => {
  const communicationTrials: Trials = (interferers, points, stream) =>
    gainLawCommunication(network, interferers, points, stream)
  const sensingTrials: Trials = (interferers, points, stream) =>
    gainLawSensing(network, sensingClusters, interferers, points, stream)
  const nearUsers = interferersFor(communicationTrials, relativeBias)
  const nearTargets = interferersFor(sensingTrials, relativeBias)
  return {
    batchesPerBlock: 4,
    trialsPerBatch: latticePoints,
    startBlock: (stream) => {
      const communication = sequence(communicationTrials, nearUsers, stream('communication'))
      const sensing = sequence(sensingTrials, nearTargets, stream('sensing'))
      return (batch) => {
        communication(batch.communication)
        sensing(batch.sensing)
        return undefined
      }
    },
  }
}

type Stream = ReturnType<typeof randomStream>
type Trials = (interferers: number, points: ShiftedLattice, stream: Stream) => () => Trial

/** Fills batches, one lattice each. */
const sequence = (trials: Trials, interferers: number, stream: Stream): ((into: ReceiverTrials) => void) => {
  const points = new ShiftedLattice(stream)
  const next = trials(interferers, points, stream)
  return ({ rates, biases, sirs, laws }) => {
    points.shift()
    for (let i = 0; i < rates.length; i++) {
      const { rate, bias, sir, law } = next()
      rates[i] = rate
      biases[i] = bias
      sirs[i] = sir
      laws.shape[i] = law.shape
      laws.lower[i] = law.lower
      laws.upper[i] = law.upper
      laws.lowerWeight[i] = law.lowerWeight
    }
  }
}

/** More are not sampled one by one, whatever the bound. */
const mostInterferers = 400

/** Lattices of the pilot. */
const pilotLattices = 4

/**
 * The least of some numbers for which the pilot finds the bound of the bias at most a quarter of what it may be: the pilot has an error. Most
 * numbers that are too small are found out by the first lattice.
 */
const interferersFor = (trials: Trials, relativeBias: number): number => {
  for (let interferers = 2; interferers < mostInterferers; interferers += Math.ceil(interferers / 3))
    if (pilotBias(trials, interferers, 1) <= relativeBias / 4)
      if (pilotBias(trials, interferers, pilotLattices) <= relativeBias / 4) return interferers
  return mostInterferers
}

/** The bound of the bias, relative to the rate. */
const pilotBias = (trials: Trials, interferers: number, lattices: number): number => {
  const stream = randomStream('pilot', 0, 'interferers')
  const points = new ShiftedLattice(stream)
  const next = trials(interferers, points, stream)
  let total = 0
  let biases = 0
  for (let i = 0; i < lattices * latticePoints; i++) {
    if (i % latticePoints === 0) points.shift()
    const { rate, bias } = next()
    total += rate
    biases += bias
  }
  return biases / total
}
