import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { BatchSampler } from '../../estimate/batch-sampler.js'
import type { ReceiverTrials } from '../../trials/receiver-trials.js'
import type { Trial } from '../../trials/trial.js'
import { plainCommunication } from './plain-communication.js'
import { plainSensing } from './plain-sensing.js'

/** Batches of independent trials with the gain laws that the theorems assume, each variate drawn. */
export const plainGainLawSampler = ({ network, sensingClusters }: SimulationDefinition): BatchSampler => ({
  batchesPerBlock: 4,
  trialsPerBatch: 1024,
  startBlock: (stream) => {
    const communication = plainCommunication(network, stream('communication'))
    const sensing = plainSensing(network, sensingClusters, stream('sensing'))
    return (batch) => {
      fill(batch.communication, communication)
      fill(batch.sensing, sensing)
      return undefined
    }
  },
})

const fill = ({ rates, biases, sirs }: ReceiverTrials, next: () => Trial): void => {
  for (let i = 0; i < rates.length; i++) {
    const { rate, bias, sir } = next()
    rates[i] = rate
    biases[i] = bias
    sirs[i] = sir
  }
}
