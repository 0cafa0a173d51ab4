import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation, type SimulationDefinition } from '../../definition/simulation-definition.js'
import { dropStreams } from '../geometry/drop-streams.js'
import { loadedDropSampler } from './loaded-drop-sampler.js'
import { loadedGains } from './loaded-gains.js'

const network = defineNetwork({ K: 4, L: 2, Mt: 12, lambda_u: 2, lambda_t: 1 })

it.each<SimulationDefinition['assumptions']>([[], ['gamma-gains']])(
  'has unit means and its variance, assuming [%s]',
  (...assumptions) => {
    const definition = defineSimulation(network, { fidelity: 'channel', assumptions: assumptions.flat() })
    const { forUsers } = loadedDropSampler(definition, 200)(dropStreams((purpose) => randomStream(3, 0, purpose)))
    const random = randomStream(4, 0, 'gains')
    const gainsOf = loadedGains(definition)
    for (const streams of [1, 4]) {
      const b = forUsers.streams.indexOf(streams)
      let [sum, squares, targets, desired] = [0, 0, 0, 0]
      const draws = 6000
      for (let draw = 0; draw < draws; draw++) {
        // Precoders are drawn anew for each drop.
        const gains = gainsOf(forUsers)
        const gain = gains.interference(b, random)
        sum += gain
        squares += gain * gain
        targets += gains.target(b, 0, random)
        desired += gains.desired(b, 0, random)
      }
      const gains = gainsOf(forUsers)
      const error = Math.sqrt(gains.variance(b) / draws)
      expect(Math.abs(sum / draws - 1)).toBeLessThan(4.5 * error)
      expect(Math.abs(targets / draws - 1)).toBeLessThan(6 * error)
      expect(Math.abs((squares / draws - 1) / gains.variance(b) - 1)).toBeLessThan(0.15)
      expect(Math.abs((desired * streams) / draws / gains.desiredShape(b) - 1)).toBeLessThan(0.05)
      expect(gains.desiredShape(b)).toBe(12 - streams - forUsers.acceptedRequests[b]! + 1)
    }
  },
)
